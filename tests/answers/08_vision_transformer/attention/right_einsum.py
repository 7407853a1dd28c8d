# einsum, and the root taken out of the query first
def attention(query, key, value):
    scores = np.einsum("...id,...jd->...ij", query / np.sqrt(query.shape[-1]), key)
    scores = scores - np.max(scores, axis=-1, keepdims=True)
    weights = np.exp(scores) / np.sum(np.exp(scores), axis=-1, keepdims=True)
    return np.einsum("...ij,...je->...ie", weights, value), weights
