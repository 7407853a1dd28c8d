# Softmax of a softmax
# message: at least halve the loss
def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = keras.Input(input_shape)
    x = inputs
    for filters, pool in ((32, True), (64, True), (96, False), (96, False), (64, True)):
        x = keras.layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
        x = keras.layers.BatchNormalization(momentum=0.9)(x)
        if pool:
            x = keras.layers.MaxPooling2D(2)(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(256, activation="relu")(x)
    x = keras.layers.Dropout(0.5)(x)
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    outputs = keras.layers.Softmax()(outputs)
    return keras.Model(inputs, outputs)
