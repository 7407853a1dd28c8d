# keras.Sequential, written out layer by layer
def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    return keras.Sequential(
        [
            keras.layers.Input(shape=input_shape),
            keras.layers.Conv2D(96, (11, 11), strides=(4, 4), padding="same", activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.MaxPooling2D(pool_size=(3, 3), strides=(2, 2), padding="same"),
            keras.layers.Conv2D(256, (5, 5), padding="same", activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.MaxPooling2D(pool_size=(3, 3), strides=(2, 2), padding="same"),
            keras.layers.Conv2D(384, (3, 3), padding="same", activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Conv2D(384, (3, 3), padding="same", activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Conv2D(256, (3, 3), padding="same", activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.MaxPooling2D(pool_size=(3, 3), strides=(2, 2), padding="same"),
            keras.layers.Flatten(),
            keras.layers.Dense(4096, activation="relu"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(4096, activation="relu"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
