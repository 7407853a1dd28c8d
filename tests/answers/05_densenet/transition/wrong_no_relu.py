# Forgets ReLU
# message: With the same weights your layers
def transition(x, compression):
    y = keras.layers.BatchNormalization()(x)
    y = keras.layers.Conv2D(int(compression * x.shape[-1]), 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
