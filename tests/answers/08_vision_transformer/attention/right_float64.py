# In float64, returned as a list of two
def attention(query, key, value):
    query, key, value = (np.asarray(each, "float64") for each in (query, key, value))
    scores = (query @ key.swapaxes(-2, -1)) * query.shape[-1] ** -0.5
    scores -= scores.max(-1)[..., np.newaxis]
    weights = np.exp(scores)
    weights /= weights.sum(-1)[..., None]
    return [weights @ value, weights]
