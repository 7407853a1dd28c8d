# Functions of its own, names given
def normalise(x, name):
    x = keras.layers.BatchNormalization(name=f"{name}_bn")(x)
    return keras.layers.Activation(keras.activations.relu, name=f"{name}_relu")(x)


def depthwise_separable(x, filters, strides=1):
    x = normalise(keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False, name="dw")(x), "dw")
    return normalise(keras.layers.Conv2D(filters, 1, use_bias=False, name="pw")(x), "pw")
