# keras.activations.relu called as a function, not a layer
def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = keras.Input(input_shape)
    x = inputs
    for filters, strides in ((64, 2), (96, 1), (128, 2), (128, 1), (96, 1)):
        x = keras.activations.relu(keras.layers.Conv2D(filters, 3, strides, padding="same")(x))
        x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dropout(0.5)(x)
    x = keras.layers.Dense(128, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
