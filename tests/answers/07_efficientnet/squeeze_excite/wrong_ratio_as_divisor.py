# Divides by a whole ratio
# message: With ratio=0.75 and 5 channels
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    s = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    s = keras.layers.Conv2D(max(1, channels // int(1 / ratio)), 1, activation="swish")(s)
    s = keras.layers.Conv2D(channels, 1, activation="sigmoid")(s)
    return keras.layers.Multiply()([x, s])
