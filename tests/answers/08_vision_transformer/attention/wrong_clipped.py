# Clips the scores in place of subtracting the maximum
# message: from softmax(QKᵀ/√d)
def attention(query, key, value):
    scores = query @ np.swapaxes(key, -1, -2) / np.sqrt(query.shape[-1])
    weights = np.exp(np.clip(scores, -50, 50))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
