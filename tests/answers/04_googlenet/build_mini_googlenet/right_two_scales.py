# Blocks at two scales side by side, averaged and joined before the head
def build_mini_googlenet(input_shape, num_classes):
    def conv(x, filters, side):
        return keras.layers.Conv2D(filters, side, padding="same", activation="relu")(x)

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        pooled = keras.layers.MaxPooling2D(3, 1, "same")(x)
        return keras.layers.Concatenate()(
            [conv(x, f1, 1), conv(conv(x, f3_in, 1), f3, 3), conv(conv(x, f5_in, 1), f5, 5), conv(pooled, pool_proj, 1)]
        )

    inputs = keras.Input(input_shape)
    x = conv(inputs, 32, 3)
    fine = block(x, 16, 16, 32, 4, 8, 8)
    coarse = block(keras.layers.MaxPooling2D(2)(x), 32, 32, 48, 8, 16, 16)
    means = [keras.layers.GlobalAveragePooling2D()(maps) for maps in (fine, coarse)]
    x = keras.layers.Concatenate()(means)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
