# Two Sequential models, one after the other, in a third
def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    layers = keras.layers
    features = keras.Sequential(name="features")
    for filters, kernel, strides in ((96, 11, 4), (256, 5, 1), (384, 3, 1), (384, 3, 1), (256, 3, 1)):
        features.add(layers.Conv2D(filters, kernel, strides, padding="same", activation=keras.activations.relu))
        features.add(layers.BatchNormalization(momentum=0.9))
        if filters < 384:
            features.add(layers.MaxPooling2D(3, 2, padding="same"))
    classifier = keras.Sequential(
        [
            layers.Flatten(),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(num_classes, activation="softmax"),
        ],
        name="classifier",
    )
    return keras.Sequential([keras.Input(input_shape), features, classifier])
