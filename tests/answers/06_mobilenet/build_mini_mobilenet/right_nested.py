# Every block a Sequential of its own, the average by hand
def block(filters, strides):
    return keras.Sequential(
        [
            keras.layers.ZeroPadding2D(1),
            keras.layers.DepthwiseConv2D(3, strides=strides, use_bias=False),
            keras.layers.BatchNormalization(momentum=0.9),
            keras.layers.ReLU(6.0),
            keras.layers.Conv2D(filters, 1, use_bias=False),
            keras.layers.BatchNormalization(momentum=0.9),
            keras.layers.ReLU(6.0),
        ]
    )


def build_mini_mobilenet(input_shape, num_classes, alpha=1.0):
    def width(filters):
        exact = alpha * filters
        rounded = max(8, int(exact + 4) // 8 * 8)
        return rounded + 8 if rounded < 0.9 * exact else rounded

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(width(24), 3, padding="same", activation="relu")(inputs)
    x = keras.layers.MaxPooling2D(2)(x)
    x = block(width(48), 1)(x)
    x = block(width(96), 2)(x)
    x = block(width(96), 1)(x)
    x = keras.ops.mean(x, axis=(1, 2))
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
