# With a bias, and padding that changes nothing on an even side
def transition(x, compression):
    channels = x.shape[-1]
    x = keras.layers.Activation("relu")(keras.layers.BatchNormalization()(x))
    x = keras.layers.Conv2D(int(np.floor(compression * channels)), (1, 1), padding="same")(x)
    return keras.layers.AveragePooling2D((2, 2), strides=2, padding="same")(x)