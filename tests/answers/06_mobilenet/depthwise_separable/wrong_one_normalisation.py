# One batch normalisation and one ReLU layer, used twice
# message: should have 2,720 parameters
def depthwise_separable(x, filters, strides=1):
    relu = keras.layers.ReLU()
    x = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x)
    x = relu(x)
    x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    return relu(x)
