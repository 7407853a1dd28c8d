# Needs as many queries as keys
# message: reshape
def attention(query, key, value):
    value = value.reshape(query.shape[:-1] + (-1,))
    scores = query @ np.swapaxes(key, -1, -2) / np.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
