# One softmax over all scores
# message: Over which axis is the softmax?
def attention(query, key, value):
    scores = query @ np.swapaxes(key, -1, -2) / np.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max())
    weights = weights / weights.sum()
    return weights @ value, weights
