# Joins the weights to x along the channels
# message: should have the shape of the input
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    s = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    s = keras.layers.Conv2D(max(1, int(ratio * channels)), 1, activation="swish")(s)
    s = keras.layers.Conv2D(channels, 1, activation="sigmoid")(s)
    return keras.layers.Concatenate()([x, keras.layers.UpSampling2D(x.shape[1:3])(s)])
