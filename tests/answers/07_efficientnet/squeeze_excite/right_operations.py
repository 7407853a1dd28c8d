# The mean and the activations by keras.ops, and x * s
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    narrow = max(1, int(np.floor(ratio * channels)))
    s = keras.ops.mean(x, axis=(1, 2), keepdims=True)
    s = keras.layers.Conv2D(narrow, 1)(s)
    s = s * keras.ops.sigmoid(s)
    s = keras.ops.sigmoid(keras.layers.Conv2D(channels, 1)(s))
    return x * s
