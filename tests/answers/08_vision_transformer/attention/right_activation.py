# keras.activations.softmax, the output by NumPy
def attention(query, key, value):
    scores = query @ np.swapaxes(key, -2, -1) / np.sqrt(query.shape[-1])
    weights = keras.ops.convert_to_numpy(keras.activations.softmax(keras.ops.convert_to_tensor(scores)))
    return weights @ value, weights
