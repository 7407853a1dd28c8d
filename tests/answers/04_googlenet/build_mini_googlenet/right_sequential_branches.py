# Branches as Sequential models, in a loop over the blocks
def conv(filters, side):
    return keras.layers.Conv2D(filters, side, padding="same", activation="relu")


def build_mini_googlenet(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = keras.layers.MaxPooling2D(2)(conv(40, 5)(inputs))
    for n in (16, 32):
        ways = [
            keras.Sequential([conv(n, 1)]),
            keras.Sequential([conv(n, 1), conv(2 * n, 3)]),
            keras.Sequential([conv(n // 4, 1), conv(n // 2, 5)]),
            keras.Sequential([keras.layers.MaxPooling2D(3, 1, "same"), conv(n // 2, 1)]),
        ]
        x = keras.layers.Concatenate()([way(x) for way in ways])
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
