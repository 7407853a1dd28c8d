# Halves, whatever compression is asked for
# message: With compression 0.7 a transition should make
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.Conv2D(x.shape[-1] // 2, 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
