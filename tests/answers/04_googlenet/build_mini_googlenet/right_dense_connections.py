# Each block hands on what it received beside what it made, and two means at the end
def build_mini_googlenet(input_shape, num_classes):
    conv = lambda x, filters, side: keras.layers.Conv2D(filters, side, padding="same", activation="relu")(x)

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        pooled = keras.layers.MaxPooling2D(3, 1, "same")(x)
        return keras.layers.Concatenate()(
            [conv(x, f1, 1), conv(conv(x, f3_in, 1), f3, 3), conv(conv(x, f5_in, 1), f5, 5), conv(pooled, pool_proj, 1)]
        )

    inputs = keras.Input(input_shape)
    x = keras.layers.Rescaling(2.0, offset=-1.0)(inputs)
    x = keras.layers.MaxPooling2D(2)(conv(x, 32, 3))
    x = keras.layers.Concatenate()([x, block(x, 16, 16, 32, 4, 8, 8)])
    x = keras.layers.Concatenate()([x, block(x, 32, 32, 48, 8, 16, 16)])
    means = keras.layers.GlobalAveragePooling2D()(x)
    largest = keras.layers.GlobalMaxPooling2D()(x)
    features = keras.layers.Concatenate()([means, largest])
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(features))
