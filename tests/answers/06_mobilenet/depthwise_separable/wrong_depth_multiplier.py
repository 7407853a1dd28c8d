# Two kernels for each channel
# message: should have 2,720 parameters
def depthwise_separable(x, filters, strides=1):
    x = keras.layers.DepthwiseConv2D(3, depth_multiplier=2, strides=strides, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU()(x)
    return x
