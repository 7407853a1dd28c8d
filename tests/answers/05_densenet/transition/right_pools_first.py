# Averages before the 1×1 convolution, which is linear: the same result
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.AveragePooling2D(2)(y)
    return keras.layers.Conv2D(int(x.shape[-1] * compression), 1)(y)