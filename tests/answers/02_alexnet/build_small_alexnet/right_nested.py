# Two Sequential models in a third
def features():
    model = keras.Sequential(name="features")
    for filters, strides in ((32, 1), (64, 2), (96, 1), (96, 2), (64, 1)):
        model.add(keras.layers.Conv2D(filters, 3, strides, padding="same"))
        model.add(keras.layers.Activation("relu"))
        model.add(keras.layers.BatchNormalization())
    return model


def classifier(num_classes):
    return keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dropout(0.4),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(num_classes, activation="softmax"),
        ],
        name="classifier",
    )


def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    return keras.Sequential([keras.Input(input_shape), features(), classifier(num_classes)])
