# SE and normalisation as functions inside
def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    def bn_swish(y):
        return keras.layers.Activation("swish")(keras.layers.BatchNormalization()(y))

    def se(y, narrow):
        s = keras.layers.GlobalAveragePooling2D()(y)
        s = keras.layers.Reshape((1, 1, y.shape[-1]))(s)
        s = keras.layers.Conv2D(narrow, 1, padding="same", activation="swish")(s)
        s = keras.layers.Conv2D(y.shape[-1], 1, padding="same", activation="sigmoid")(s)
        return y * s

    c = x.shape[-1]
    y = x
    if expand_ratio > 1:
        y = bn_swish(keras.layers.Conv2D(c * expand_ratio, 1, padding="same", use_bias=False)(y))
    y = bn_swish(keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(y))
    y = se(y, max(1, int(c * se_ratio)))
    y = keras.layers.BatchNormalization()(keras.layers.Conv2D(filters, 1, use_bias=False)(y))
    if strides == 1 and c == filters:
        y = keras.layers.add([x, y])
    return y
