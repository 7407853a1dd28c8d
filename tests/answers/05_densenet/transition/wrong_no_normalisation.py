# Forgets the normalisation
# message: of the weights that are asked for are missing
def transition(x, compression):
    y = keras.layers.ReLU()(x)
    y = keras.layers.Conv2D(int(compression * x.shape[-1]), 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
