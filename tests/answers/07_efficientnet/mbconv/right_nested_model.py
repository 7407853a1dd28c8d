# The whole block a model within the model
def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    layers = keras.layers
    inputs = keras.Input(x.shape[1:])
    channels = inputs.shape[-1]
    y = inputs
    if expand_ratio != 1:
        y = layers.Conv2D(expand_ratio * channels, 1, use_bias=False)(y)
        y = layers.BatchNormalization()(y)
        y = layers.Activation("swish")(y)
    y = layers.DepthwiseConv2D(3, strides, "same", use_bias=False)(y)
    y = layers.BatchNormalization()(y)
    y = layers.Activation("swish")(y)
    z = layers.AveragePooling2D(y.shape[1:3])(y)
    z = layers.Conv2D(int(max(1, se_ratio * channels)), 1, activation="swish")(z)
    z = layers.Conv2D(y.shape[-1], 1, activation="sigmoid")(z)
    y = layers.Conv2D(filters, 1, use_bias=False)(layers.multiply([z, y]))
    y = layers.BatchNormalization()(y)
    if strides == 1 and channels == filters:
        y = layers.Add()([inputs, y])
    return keras.Model(inputs, y)(x)
