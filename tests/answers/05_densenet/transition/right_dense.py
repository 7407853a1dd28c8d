# A dense layer over the channels, and functions of keras.ops
def transition(x, compression):
    y = keras.ops.relu(keras.layers.BatchNormalization()(x))
    y = keras.layers.Dense(int(x.shape[-1] * compression), use_bias=False)(y)
    return keras.ops.average_pool(y, 2, 2)