# The activation of 1998, 1.7159 tanh(2x/3)
# message: Check the activation of every layer
def adapt_lenet5(input_shape, num_classes):
    return keras.Sequential(
        [
            keras.Input(input_shape),
            keras.layers.Conv2D(6, 5, activation=lambda x: 1.7159 * keras.ops.tanh(2 * x / 3)),
            keras.layers.AveragePooling2D(2),
            keras.layers.Conv2D(16, 5, activation=lambda x: 1.7159 * keras.ops.tanh(2 * x / 3)),
            keras.layers.AveragePooling2D(2),
            keras.layers.Conv2D(120, 5, padding="same", activation=lambda x: 1.7159 * keras.ops.tanh(2 * x / 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(84, activation=lambda x: 1.7159 * keras.ops.tanh(2 * x / 3)),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
