# A Sequential inside
def depthwise_separable(x, filters, strides=1):
    steps = [
        keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
        keras.layers.Conv2D(filters, 1, use_bias=False),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
    ]
    return keras.Sequential(steps)(x)
