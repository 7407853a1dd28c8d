# A convolution of 3×3
# message: A weight of shape
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.Conv2D(int(compression * x.shape[-1]), 3, padding="same", use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
