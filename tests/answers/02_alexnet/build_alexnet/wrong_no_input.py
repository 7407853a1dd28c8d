# Sequential without Input, so that the layers have no weights
# message: keras.Input
def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    network = keras.Sequential()
    for filters, kernel, strides in ((96, 11, 4), (256, 5, 1), (384, 3, 1), (384, 3, 1), (256, 3, 1)):
        network.add(keras.layers.Conv2D(filters, kernel, strides, padding="same", activation="relu"))
        network.add(keras.layers.BatchNormalization())
        if filters < 384:
            network.add(keras.layers.MaxPooling2D(3, strides=2, padding="same"))
    network.add(keras.layers.Flatten())
    for _ in range(2):
        network.add(keras.layers.Dense(4096, activation="relu"))
        network.add(keras.layers.Dropout(0.5))
    network.add(keras.layers.Dense(num_classes, activation="softmax"))
    return network
