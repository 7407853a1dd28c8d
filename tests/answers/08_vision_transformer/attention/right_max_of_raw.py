# The maximum is subtracted before the division by the root
def attention(query, key, value):
    products = np.sum(query[..., :, np.newaxis, :] * key[..., np.newaxis, :, :], axis=-1)
    products = products - products.max(axis=-1, keepdims=True)
    grown = np.exp(products / np.sqrt(query.shape[-1]))
    weights = grown / grown.sum(axis=-1, keepdims=True)
    return np.sum(weights[..., np.newaxis] * value[..., np.newaxis, :, :], axis=-2), weights
