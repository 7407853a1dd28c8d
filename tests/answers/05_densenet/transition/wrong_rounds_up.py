# Rounds up
# message: Compare the number of channels with the table
def transition(x, compression):
    y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
    y = keras.layers.Conv2D(int(np.ceil(compression * x.shape[-1])), 1, use_bias=False)(y)
    return keras.layers.AveragePooling2D(2)(y)
