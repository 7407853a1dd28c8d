# Returns the last tensor in place of the model
# message: keras.Model(inputs, outputs)
def adapt_lenet5(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(6, 5, activation="tanh")(inputs)
    x = keras.layers.AveragePooling2D(2)(x)
    x = keras.layers.Conv2D(16, 5, activation="tanh")(x)
    x = keras.layers.AveragePooling2D(2)(x)
    x = keras.layers.Conv2D(120, 5, padding="same", activation="tanh")(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(84, activation="tanh")(x)
    return keras.layers.Dense(num_classes, activation="softmax")(x)
