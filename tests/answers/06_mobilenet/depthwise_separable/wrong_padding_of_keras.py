# Pads right and below only, as Keras's MobileNet does, also where sides are odd
# message: The output should have shape
def depthwise_separable(x, filters, strides=1):
    if strides > 1:
        x = keras.layers.ZeroPadding2D(((0, 1), (0, 1)))(x)
    padding = "same" if strides == 1 else "valid"
    x = keras.layers.DepthwiseConv2D(3, strides=strides, padding=padding, use_bias=False)(x)
    x = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
