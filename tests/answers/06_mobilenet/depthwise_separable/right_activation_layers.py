# Activation layers, and momentum of its own
def depthwise_separable(x, filters, strides=1):
    x = keras.layers.DepthwiseConv2D((3, 3), strides=(strides, strides), padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization(momentum=0.9)(x)
    x = keras.layers.Activation("relu")(x)
    x = keras.layers.Conv2D(filters, (1, 1), padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization(momentum=0.9)(x)
    return keras.layers.Activation("relu")(x)
