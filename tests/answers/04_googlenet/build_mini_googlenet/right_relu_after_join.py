# The last ReLU of all branches at once, after they are joined; augmentation first
def build_mini_googlenet(input_shape, num_classes):
    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        conv = keras.layers.Conv2D
        y = [
            conv(f1, 1)(x),
            conv(f3, 3, padding="same")(conv(f3_in, 1, activation="relu")(x)),
            conv(f5, 5, padding="same")(conv(f5_in, 1, activation="relu")(x)),
            conv(pool_proj, 1)(keras.layers.MaxPooling2D(3, 1, "same")(x)),
        ]
        return keras.layers.Activation("relu")(keras.layers.Concatenate()(y))

    inputs = keras.Input(input_shape)
    x = keras.layers.RandomFlip("horizontal")(inputs)
    x = keras.layers.Conv2D(32, 3, padding="same", activation="relu")(x)
    x = block(x, 16, 16, 32, 4, 8, 8)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.MaxPooling2D(2)(x)
    x = block(x, 32, 32, 48, 8, 16, 16)
    x = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = keras.layers.Flatten()(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
