# Every block a model of its own, in a Sequential
def se_model(wide, narrow):
    return keras.Sequential(
        [
            keras.layers.GlobalAveragePooling2D(keepdims=True),
            keras.layers.Conv2D(narrow, 1, activation="swish"),
            keras.layers.Conv2D(wide, 1, activation="sigmoid"),
        ]
    )


def block(shape, filters, expand_ratio, strides):
    inputs = keras.Input(shape)
    y, wide = inputs, expand_ratio * shape[-1]
    if expand_ratio != 1:
        y = keras.layers.Conv2D(wide, 1, use_bias=False)(y)
        y = keras.layers.BatchNormalization()(y)
        y = keras.layers.Activation("silu")(y)
    y = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(y)
    y = keras.layers.BatchNormalization()(y)
    y = keras.layers.Activation("silu")(y)
    y = keras.layers.Multiply()([y, se_model(wide, max(1, shape[-1] // 4))(y)])
    y = keras.layers.BatchNormalization()(keras.layers.Conv2D(filters, 1, use_bias=False)(y))
    if strides == 1 and filters == shape[-1]:
        y = keras.layers.Add()([y, inputs])
    return keras.Model(inputs, y)


def build_mini_efficientnet(input_shape, num_classes):
    network = keras.Sequential([keras.Input(input_shape)])
    network.add(keras.layers.Conv2D(16, 3, padding="same", activation="swish"))
    for filters, expand_ratio, strides in ((16, 1, 1), (24, 4, 2), (24, 4, 1)):
        network.add(block(network.output_shape[1:], filters, expand_ratio, strides))
    network.add(keras.layers.GlobalAveragePooling2D())
    network.add(keras.layers.Dropout(0.2))
    network.add(keras.layers.Dense(num_classes, activation="softmax"))
    return network
