# Everything between the convolutions by keras.ops, swish written out
from keras import ops


def swish(x):
    return x * ops.sigmoid(x)


def block(x, filters, strides):
    channels = x.shape[-1]
    y = keras.layers.Conv2D(4 * channels, 1, use_bias=False)(x)
    y = swish(keras.layers.BatchNormalization()(y))
    y = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(y)
    y = swish(keras.layers.BatchNormalization()(y))
    s = ops.mean(y, axis=(1, 2), keepdims=True)
    s = swish(keras.layers.Conv2D(max(1, channels // 4), 1)(s))
    s = ops.sigmoid(keras.layers.Conv2D(4 * channels, 1)(s))
    y = keras.layers.Conv2D(filters, 1, use_bias=False)(y * s)
    y = keras.layers.BatchNormalization()(y)
    return x + y if strides == 1 and filters == channels else y


def build_mini_efficientnet(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(16, 3, padding="same", use_bias=False)(inputs)
    x = swish(keras.layers.BatchNormalization()(x))
    for filters, strides in ((24, 2), (24, 1), (40, 2)):
        x = block(x, filters, strides)
    x = ops.mean(x, axis=(1, 2))
    return keras.Model(inputs, ops.softmax(keras.layers.Dense(num_classes)(x)))
