# Convolution first, then normalisation and ReLU, as in lesson 02
# message: A weight of shape
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(x)
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(y))
        x = keras.layers.Concatenate()([x, y])
    return x
