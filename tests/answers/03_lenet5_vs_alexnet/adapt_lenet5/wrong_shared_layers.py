# Makes the layers once, outside the function, for the size that comes first
# message: incompatible
convolutions = [
    keras.layers.Conv2D(6, 5, activation="tanh"),
    keras.layers.Conv2D(16, 5, activation="tanh"),
    keras.layers.Conv2D(120, 5, padding="same", activation="tanh"),
]
hidden = keras.layers.Dense(84, activation="tanh")


def adapt_lenet5(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = keras.layers.AveragePooling2D(2)(convolutions[0](inputs))
    x = keras.layers.AveragePooling2D(2)(convolutions[1](x))
    x = hidden(keras.layers.Flatten()(convolutions[2](x)))
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
