# Subtracts one maximum from all rows: where a row is far below, all its exponentials are 0
# message: there are numbers that are not finite
def attention(query, key, value):
    scores = query @ np.swapaxes(key, -1, -2) / np.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max())
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
