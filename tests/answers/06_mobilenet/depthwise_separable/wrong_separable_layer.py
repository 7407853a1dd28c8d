# SeparableConv2D, with nothing between the two convolutions
# message: should have 2,720 parameters
def depthwise_separable(x, filters, strides=1):
    x = keras.layers.SeparableConv2D(filters, 3, strides=strides, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    return keras.layers.ReLU()(x)
