# Comes back compiled
# message: should come back uncompiled
def build_mini_efficientnet(input_shape, num_classes):
    layers = keras.layers

    def block(x, filters, strides):
        shortcut, channels = x, x.shape[-1]
        x = layers.Conv2D(4 * channels, 1, use_bias=False)(x)
        x = layers.Activation("swish")(layers.BatchNormalization()(x))
        x = layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("swish")(x)
        weights = layers.GlobalAveragePooling2D(keepdims=True)(x)
        weights = layers.Conv2D(max(1, channels // 4), 1, activation="swish")(weights)
        weights = layers.Conv2D(4 * channels, 1, activation="sigmoid")(weights)
        x = layers.Multiply()([x, weights])
        x = layers.BatchNormalization()(layers.Conv2D(filters, 1, use_bias=False)(x))
        return layers.Add()([x, shortcut]) if strides == 1 and channels == filters else x

    inputs = keras.Input(input_shape)
    x = layers.Conv2D(16, 3, padding="same", activation="swish")(inputs)
    for filters, strides in ((24, 2), (24, 1), (40, 2)):
        x = block(x, filters, strides)
    x = layers.GlobalAveragePooling2D()(x)
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    network = keras.Model(inputs, outputs)
    network.compile("adam", "categorical_crossentropy")
    return network
