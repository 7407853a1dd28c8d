# No max(1, …)
# message: hidden test
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    s = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    s = keras.layers.Conv2D(int(ratio * channels), 1, activation="swish")(s)
    s = keras.layers.Conv2D(channels, 1, activation="sigmoid")(s)
    return keras.layers.Multiply()([x, s])
