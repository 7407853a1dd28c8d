# Depthwise as a grouped Conv2D
def depthwise_separable(x, filters, strides=1):
    channels = x.shape[-1]
    y = keras.layers.Conv2D(channels, 3, strides=strides, padding="same", groups=channels, use_bias=False)(x)
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(y))
    y = keras.layers.Conv2D(filters, 1, strides=1, padding="valid", use_bias=False)(y)
    return keras.layers.ReLU()(keras.layers.BatchNormalization()(y))
