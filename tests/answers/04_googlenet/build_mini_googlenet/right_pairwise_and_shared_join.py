# Joins two and two, by one layer that serves all the blocks, as does the pooling
join = keras.layers.Concatenate()
pool = keras.layers.MaxPooling2D(3, strides=1, padding="same")


def build_mini_googlenet(input_shape, num_classes):
    def conv(x, filters, kernel_size):
        return keras.layers.Conv2D(filters, kernel_size, padding="same", activation="relu")(x)

    def block(x, n):
        left = join([conv(x, n, 1), conv(conv(x, n, 1), 2 * n, 3)])
        right = join([conv(conv(x, n // 2, 1), n, 5), conv(pool(x), n, 1)])
        return join([left, right])

    inputs = keras.Input(input_shape)
    x = conv(conv(inputs, 16, 3), 32, 3)
    x = block(x, 8)
    x = block(x, 16)
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
