# Fully connected layers on (N, C), and Reshape
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    s = keras.layers.GlobalAveragePooling2D()(x)
    s = keras.layers.Dense(max(1, int(channels * ratio)), activation="swish")(s)
    s = keras.layers.Dense(channels, activation="sigmoid")(s)
    s = keras.layers.Reshape((1, 1, channels))(s)
    return keras.layers.multiply([x, s])
