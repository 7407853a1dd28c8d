# Functional, a block inside, no head convolution
def build_mini_efficientnet(input_shape, num_classes):
    layers = keras.layers

    def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
        shortcut, channels = x, x.shape[-1]
        if expand_ratio != 1:
            x = layers.Conv2D(expand_ratio * channels, 1, use_bias=False)(x)
            x = layers.Activation("swish")(layers.BatchNormalization()(x))
        x = layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x)
        x = layers.Activation("swish")(layers.BatchNormalization()(x))
        s = layers.GlobalAveragePooling2D(keepdims=True)(x)
        s = layers.Conv2D(max(1, int(se_ratio * channels)), 1, activation="swish")(s)
        s = layers.Conv2D(x.shape[-1], 1, activation="sigmoid")(s)
        x = layers.Multiply()([x, s])
        x = layers.BatchNormalization()(layers.Conv2D(filters, 1, use_bias=False)(x))
        return layers.Add()([x, shortcut]) if strides == 1 and channels == filters else x

    inputs = keras.Input(input_shape)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="swish")(inputs)
    x = mbconv(x, 16)
    x = mbconv(x, 24, strides=2)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(num_classes, activation="softmax")(x))
