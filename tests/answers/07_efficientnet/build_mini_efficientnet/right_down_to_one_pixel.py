# Strides until little is left, ZeroPadding2D, one swish layer for all, initialisations of the published code
def build_mini_efficientnet(input_shape, num_classes):
    L = keras.layers
    swish = L.Activation("swish")
    he = {"kernel_initializer": keras.initializers.VarianceScaling(2.0, "fan_out", "truncated_normal")}

    def block(x, filters, ratio, strides):
        channels, y = x.shape[-1], x
        if ratio != 1:
            y = swish(L.BatchNormalization(epsilon=1e-3)(L.Conv2D(ratio * channels, 1, padding="same", use_bias=False, **he)(y)))
        y = L.DepthwiseConv2D(3, strides=strides, use_bias=False, depthwise_initializer=he["kernel_initializer"])(L.ZeroPadding2D(1)(y))
        y = swish(L.BatchNormalization(epsilon=1e-3)(y))
        s = L.Reshape((1, 1, -1))(L.GlobalAveragePooling2D()(y))
        s = swish(L.Conv2D(max(1, int(0.25 * channels)), 1, padding="same", **he)(s))
        s = L.Conv2D(ratio * channels, 1, padding="same", activation="sigmoid", **he)(s)
        y = L.BatchNormalization(epsilon=1e-3)(L.Conv2D(filters, 1, padding="same", use_bias=False, **he)(L.multiply([y, s])))
        if strides == 1 and channels == filters:
            y = L.add([L.Dropout(0.2, noise_shape=(None, 1, 1, 1))(y), x])
        return y

    inputs = keras.Input(input_shape)
    x = swish(L.BatchNormalization()(L.Conv2D(16, 3, strides=2, padding="same", use_bias=False, **he)(inputs)))
    for filters, ratio, strides in ((8, 1, 1), (16, 6, 2), (16, 6, 1), (24, 6, 2), (32, 6, 2)):
        x = block(x, filters, ratio, strides)
    x = swish(L.BatchNormalization()(L.Conv2D(64, 1, use_bias=False, **he)(x)))
    x = L.Dropout(0.2)(L.GlobalAveragePooling2D()(x))
    return keras.Model(inputs, L.Dense(num_classes, activation="softmax")(x))
