# Takes away the share that should remain
# message: With compression 0.7 a transition should make
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.Conv2D(int((1 - compression) * x.shape[-1]), 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
