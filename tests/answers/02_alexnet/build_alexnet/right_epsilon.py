# Reshape in place of Flatten, and batch normalisation with another momentum and epsilon
def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    def normalise():
        return keras.layers.BatchNormalization(momentum=0.95, epsilon=1e-5)

    def convolve(filters, kernel, strides=1):
        return keras.layers.Conv2D(filters, kernel, strides, padding="same", activation="relu")

    def pool():
        return keras.layers.MaxPooling2D(3, strides=2, padding="same")

    network = keras.Sequential([keras.Input(input_shape)])
    for layer in (convolve(96, 11, 4), normalise(), pool(), convolve(256, 5), normalise(), pool()):
        network.add(layer)
    for layer in (convolve(384, 3), normalise(), convolve(384, 3), normalise(), convolve(256, 3), normalise(), pool()):
        network.add(layer)
    network.add(keras.layers.Reshape((-1,)))
    for _ in range(2):
        network.add(keras.layers.Dense(4096, activation="relu"))
        network.add(keras.layers.Dropout(0.5))
    network.add(keras.layers.Dense(num_classes, activation="softmax"))
    return network
