# Forgets the stride of the pooling, which is then 3
# message: does not belong
def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = keras.Input(input_shape)
    x = inputs
    for filters, kernel, strides, pool in (
        (96, 11, 4, True),
        (256, 5, 1, True),
        (384, 3, 1, False),
        (384, 3, 1, False),
        (256, 3, 1, True),
    ):
        x = keras.layers.Conv2D(filters, kernel, strides, padding="same", activation="relu")(x)
        x = keras.layers.BatchNormalization()(x)
        if pool:
            x = keras.layers.MaxPooling2D(3, padding="same")(x)
    x = keras.layers.Flatten()(x)
    for _ in range(2):
        x = keras.layers.Dense(4096, activation="relu")(x)
        x = keras.layers.Dropout(0.5)(x)
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
