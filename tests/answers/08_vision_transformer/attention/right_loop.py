# One query after the other
def attention(query, key, value):
    axes, count = query.shape[:-2], query.shape[-2]
    weights = np.empty((*axes, count, key.shape[-2]), "float32")
    output = np.empty((*axes, count, value.shape[-1]), "float32")
    for place in np.ndindex(*axes):
        for i in range(count):
            scores = np.array([query[place][i] @ k for k in key[place]]) / np.sqrt(query.shape[-1])
            row = np.exp(scores - max(scores))
            weights[place][i] = row / row.sum()
            output[place][i] = sum(w * v for w, v in zip(weights[place][i], value[place]))
    return output, weights
