# Pads C5 by hand
def adapt_lenet5(input_shape, num_classes):
    model = keras.Sequential()
    model.add(keras.Input(input_shape))
    model.add(keras.layers.Conv2D(6, 5, activation="tanh", padding="valid"))
    model.add(keras.layers.AveragePooling2D((2, 2), strides=2))
    model.add(keras.layers.Conv2D(16, 5, activation="tanh"))
    model.add(keras.layers.AveragePooling2D((2, 2)))
    model.add(keras.layers.ZeroPadding2D(2))
    model.add(keras.layers.Conv2D(120, 5, activation="tanh"))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(84, "tanh"))
    model.add(keras.layers.Dense(num_classes, "softmax"))
    return model
