# Pools before ReLU
# message: With the same weights your layers
def transition(x, compression):
    y = keras.layers.AveragePooling2D(2)(keras.layers.BatchNormalization()(x))
    y = keras.layers.ReLU()(y)
    return keras.layers.Conv2D(int(compression * x.shape[-1]), 1, use_bias=False)(y)
