# Steps as Sequential models
def conv_bn(layer, swish=True):
    steps = [layer, keras.layers.BatchNormalization()]
    return keras.Sequential(steps + [keras.layers.Activation("swish")] * swish)


def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    channels = x.shape[-1]
    wide = expand_ratio * channels
    y = conv_bn(keras.layers.Conv2D(wide, 1, use_bias=False))(x) if expand_ratio > 1 else x
    y = conv_bn(keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False))(y)
    gate = keras.Sequential(
        [
            keras.layers.GlobalAveragePooling2D(keepdims=True),
            keras.layers.Conv2D(max(1, int(se_ratio * channels)), 1, activation="swish"),
            keras.layers.Conv2D(wide, 1, activation="sigmoid"),
        ]
    )
    y = keras.layers.Multiply()([y, gate(y)])
    y = conv_bn(keras.layers.Conv2D(filters, 1, use_bias=False), swish=False)(y)
    return keras.layers.Add()([y, x]) if strides == 1 and channels == filters else y
