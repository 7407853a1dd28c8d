# AlexNet with a stride of 1 first, narrower, and everything else as it was
def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = keras.Input(input_shape)
    x = inputs
    for filters, kernel, pool in ((48, 5, True), (96, 5, True), (128, 3, False), (128, 3, False), (96, 3, True)):
        x = keras.layers.Conv2D(filters, kernel, padding="same", activation="relu")(x)
        x = keras.layers.BatchNormalization()(x)
        if pool:
            x = keras.layers.MaxPooling2D(3, strides=2, padding="same")(x)
    x = keras.layers.Flatten()(x)
    for _ in range(2):
        x = keras.layers.Dense(1024, activation="relu")(x)
        x = keras.layers.Dropout(0.5)(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
