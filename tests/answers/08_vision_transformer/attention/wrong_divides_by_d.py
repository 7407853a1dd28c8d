# Divides by d, without the root
# message: from softmax(QKᵀ/√d)
def attention(query, key, value):
    scores = query @ np.swapaxes(key, -1, -2) / query.shape[-1]
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
