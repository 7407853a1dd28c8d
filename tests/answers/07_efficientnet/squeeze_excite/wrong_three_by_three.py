# Kernels of 3×3
# message: should have 148 parameters
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    s = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    s = keras.layers.Conv2D(max(1, int(ratio * channels)), 3, padding="same", activation="swish")(s)
    s = keras.layers.Conv2D(channels, 3, padding="same", activation="sigmoid")(s)
    return keras.layers.Multiply()([x, s])
