# Averages first and bends afterwards
# message: Check the activation of every layer
def adapt_lenet5(input_shape, num_classes):
    return keras.Sequential(
        [
            keras.Input(input_shape),
            keras.layers.Conv2D(6, 5),
            keras.layers.AveragePooling2D(2),
            keras.layers.Activation("tanh"),
            keras.layers.Conv2D(16, 5),
            keras.layers.AveragePooling2D(2),
            keras.layers.Activation("tanh"),
            keras.layers.Conv2D(120, 5, padding="same", activation="tanh"),
            keras.layers.Flatten(),
            keras.layers.Dense(84, activation="tanh"),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
