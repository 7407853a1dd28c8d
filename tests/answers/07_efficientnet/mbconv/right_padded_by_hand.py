# Pads as TensorFlow does, then valid; swish written out; names
def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    def swish(y):
        return y * keras.ops.sigmoid(y)

    channels, y = x.shape[-1], x
    if expand_ratio != 1:
        y = keras.layers.Conv2D(expand_ratio * channels, 1, use_bias=False, name="expand")(y)
        y = swish(keras.layers.BatchNormalization(name="expand_bn")(y))
    margins = []
    for size in y.shape[1:3]:
        total = max((-(-size // strides) - 1) * strides + 3 - size, 0)
        margins.append((total // 2, total - total // 2))
    y = keras.layers.ZeroPadding2D(margins)(y)
    y = keras.layers.DepthwiseConv2D(3, strides=strides, use_bias=False, name="depthwise")(y)
    y = swish(keras.layers.BatchNormalization(name="depthwise_bn")(y))
    s = keras.layers.GlobalAveragePooling2D(keepdims=True, name="squeeze")(y)
    s = swish(keras.layers.Conv2D(max(1, int(se_ratio * channels)), 1, name="reduce")(s))
    s = keras.ops.sigmoid(keras.layers.Conv2D(y.shape[-1], 1, name="restore")(s))
    y = keras.layers.Conv2D(filters, 1, use_bias=False, name="project")(s * y)
    y = keras.layers.BatchNormalization(name="project_bn")(y)
    return y + x if strides == 1 and channels == filters else y
