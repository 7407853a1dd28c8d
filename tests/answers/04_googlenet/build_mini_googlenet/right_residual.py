# Three blocks, the last with a shortcut round it, and a stem without pooling
def build_mini_googlenet(input_shape, num_classes):
    def conv(x, filters, side):
        return keras.layers.Conv2D(filters, side, padding="same", activation="relu")(x)

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        ways = [conv(x, f1, 1), conv(conv(x, f3_in, 1), f3, 3), conv(conv(x, f5_in, 1), f5, 5)]
        ways.append(conv(keras.layers.MaxPooling2D(3, 1, "same")(x), pool_proj, 1))
        return keras.layers.Concatenate()(ways)

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(64, 4, strides=4, activation="relu")(inputs)
    x = block(x, 32, 24, 32, 8, 16, 16)
    x = block(x, 32, 24, 32, 8, 16, 16)
    x = keras.layers.Add()([x, block(x, 32, 24, 32, 8, 16, 16)])
    x = keras.layers.GlobalAveragePooling2D()(x)
    x = keras.layers.Dense(64, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
