# Two blocks, swish before the last average, pooling after the stem
def build_mini_efficientnet(input_shape, num_classes):
    def mbconv(x, filters, expand_ratio, strides):
        c, y = x.shape[-1], x
        y = keras.layers.Conv2D(c * expand_ratio, 1, use_bias=False)(y)
        y = keras.layers.BatchNormalization()(y)
        y = keras.layers.Activation("swish")(y)
        y = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(y)
        y = keras.layers.BatchNormalization()(y)
        y = keras.layers.Activation("swish")(y)
        w = keras.layers.GlobalAveragePooling2D()(y)
        w = keras.layers.Dense(max(1, int(0.25 * c)), activation="swish")(w)
        w = keras.layers.Dense(c * expand_ratio, activation="sigmoid")(w)
        w = keras.layers.Reshape((1, 1, c * expand_ratio))(w)
        y = keras.layers.Multiply()([y, w])
        y = keras.layers.Conv2D(filters, 1, use_bias=False)(y)
        y = keras.layers.BatchNormalization()(y)
        return keras.layers.Add()([x, y]) if strides == 1 and c == filters else y

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(32, 3, padding="same", activation="relu")(inputs)
    x = keras.layers.MaxPooling2D(2)(x)
    x = mbconv(x, 32, 4, 1)
    x = mbconv(x, 48, 4, 2)
    x = keras.layers.Activation("swish")(x)
    x = keras.layers.GlobalAveragePooling2D()(x)
    x = keras.layers.Dense(64, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
