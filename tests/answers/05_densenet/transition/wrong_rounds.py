# Rounds to the nearest number
# message: but yours makes (
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.Conv2D(round(compression * x.shape[-1]), 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
