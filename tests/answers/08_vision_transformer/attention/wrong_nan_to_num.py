# Hides what overflowed
# message: The weights should sum to 1
def attention(query, key, value):
    scores = query @ np.swapaxes(key, -1, -2) / np.sqrt(query.shape[-1])
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    weights = np.nan_to_num(weights)
    return weights @ value, weights
