# One Dropout and one pooling layer, which have no weights, serve several times
def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    pool = keras.layers.MaxPooling2D(3, strides=2, padding="same")
    dropout = keras.layers.Dropout(0.5)
    inputs = keras.Input(input_shape)
    x = inputs
    for filters, kernel, strides in [(96, 11, 4), (256, 5, 1), (384, 3, 1), (384, 3, 1), (256, 3, 1)]:
        x = keras.layers.Conv2D(filters, kernel, strides=strides, padding="same", activation="relu")(x)
        x = keras.layers.BatchNormalization()(x)
        if filters != 384:
            x = pool(x)
    x = keras.layers.Flatten()(x)
    x = dropout(keras.layers.Dense(4096, activation="relu")(x))
    x = dropout(keras.layers.Dense(4096, activation="relu")(x))
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
