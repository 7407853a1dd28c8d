# A stride in the convolution in place of the pooling
# message: With the same weights your layers
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    return keras.layers.Conv2D(int(compression * x.shape[-1]), 1, strides=2, use_bias=False)(y)
