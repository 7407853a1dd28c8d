# Returns a model
# message: should return the tensor
def depthwise_separable(x, filters, strides=1):
    inputs = x
    x = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x)
    x = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    return keras.Model(inputs, keras.layers.ReLU()(keras.layers.BatchNormalization()(x)))
