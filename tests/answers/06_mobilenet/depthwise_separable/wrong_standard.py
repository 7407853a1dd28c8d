# A standard convolution in place of the depthwise one
# message: should have 2,720 parameters
def depthwise_separable(x, filters, strides=1):
    x = keras.layers.Conv2D(x.shape[-1], 3, strides=strides, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU()(x)
    return x
