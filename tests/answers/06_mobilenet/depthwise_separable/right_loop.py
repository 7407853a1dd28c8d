# A loop over the two convolutions
def depthwise_separable(x, filters, strides=1):
    depthwise = keras.layers.DepthwiseConv2D(kernel_size=3, strides=strides, padding="same", use_bias=False)
    pointwise = keras.layers.Conv2D(filters=filters, kernel_size=1, use_bias=False)
    for convolution in (depthwise, pointwise):
        x = convolution(x)
        x = keras.layers.BatchNormalization(epsilon=1e-5)(x)
        x = keras.ops.relu(x)
    return x
