# Pointwise as a dense layer on the channels
def depthwise_separable(x, filters, strides=1):
    def normalised(y):
        return keras.activations.relu(keras.layers.BatchNormalization()(y))


    x = normalised(keras.layers.DepthwiseConv2D(3, strides, "same", use_bias=False)(x))
    return normalised(keras.layers.Dense(filters, use_bias=False)(x))
