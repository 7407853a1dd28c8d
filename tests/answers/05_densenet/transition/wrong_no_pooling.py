# Forgets the pooling
# message: should make (8, 8, 30) of (16, 16, 60), but yours makes (16, 16, 30)
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    return keras.layers.Conv2D(int(compression * x.shape[-1]), 1, use_bias=False)(y)
