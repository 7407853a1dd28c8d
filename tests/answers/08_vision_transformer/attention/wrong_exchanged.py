# Query and key are exchanged
# message: from softmax(QKᵀ/√d)
def attention(query, key, value):
    scores = key @ np.swapaxes(query, -1, -2) / np.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
