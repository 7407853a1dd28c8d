# Joins the input, too
# message: at least two Inception blocks
def build_mini_googlenet(input_shape, num_classes):
    def convolution(x, filters, kernel):
        return keras.layers.Conv2D(filters, kernel, padding="same", activation="relu")(x)

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        pooled = keras.layers.MaxPooling2D(3, strides=1, padding="same")(x)
        branches = [
            x,
            convolution(x, f1, 1),
            convolution(convolution(x, f3_in, 1), f3, 3),
            convolution(convolution(x, f5_in, 1), f5, 5),
            convolution(pooled, pool_proj, 1),
        ]
        return keras.layers.Concatenate()(branches)

    inputs = keras.Input(input_shape)
    x = convolution(inputs, 32, 3)
    x = keras.layers.MaxPooling2D(3, strides=2, padding="same")(x)
    x = block(x, 16, 16, 32, 4, 8, 8)
    x = block(x, 32, 32, 48, 8, 16, 16)
    x = keras.layers.MaxPooling2D(3, strides=2, padding="same")(x)
    x = block(x, 48, 48, 64, 8, 16, 16)
    x = keras.layers.GlobalAveragePooling2D()(x)
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
