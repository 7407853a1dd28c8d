# Activation layers of their own, names, keywords
def squeeze_excite(x, ratio=0.25):
    import math

    channels = int(x.shape[-1])
    squeezed = keras.layers.GlobalAveragePooling2D(keepdims=True, name="squeeze")(x)
    y = keras.layers.Conv2D(filters=max(1, math.floor(ratio * channels)), kernel_size=(1, 1), padding="same", name="reduce")(squeezed)
    y = keras.layers.Activation(keras.activations.silu, name="swish")(y)
    y = keras.layers.Conv2D(filters=channels, kernel_size=(1, 1), padding="same", name="expand")(y)
    y = keras.layers.Activation("sigmoid", name="gate")(y)
    return keras.layers.Multiply(name="scale")([y, x])
