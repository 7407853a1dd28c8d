# Fully connected layers on the channels in place of 1×1 convolutions, padding by hand, ReLU layers
def build_mini_googlenet(input_shape, num_classes):
    layers = keras.layers

    def narrow(x, units):
        return layers.ReLU()(layers.Dense(units)(x))

    def wide(x, filters, side):
        x = layers.ZeroPadding2D((side - 1) // 2)(x)
        return layers.ReLU()(layers.Conv2D(filters, side)(x))

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        pooled = layers.MaxPool2D(3, 1, "same")(x)
        return layers.concatenate(
            [narrow(x, f1), wide(narrow(x, f3_in), f3, 3), wide(narrow(x, f5_in), f5, 5), narrow(pooled, pool_proj)]
        )

    inputs = keras.Input(input_shape)
    x = layers.MaxPool2D(2)(wide(inputs, 32, 5))
    x = block(x, 24, 16, 24, 8, 24, 24)
    x = block(x, 24, 16, 24, 8, 24, 24)
    x = layers.GlobalAvgPool2D()(x)
    return keras.Model(inputs, layers.Dense(num_classes, activation="softmax")(x))
