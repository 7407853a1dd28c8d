# Convolution before normalisation and ReLU
# message: A weight of shape
def transition(x, compression):
    y = keras.layers.Conv2D(int(compression * x.shape[-1]), 1, use_bias=False)(x)
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(y))
    return keras.layers.AveragePooling2D(2)(y)
