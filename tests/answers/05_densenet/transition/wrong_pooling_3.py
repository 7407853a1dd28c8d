# A pooling of 3×3
# message: With the same weights your layers
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.Conv2D(int(compression * x.shape[-1]), 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(3, strides=2, padding="same")(y)
