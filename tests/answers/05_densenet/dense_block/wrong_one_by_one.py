# Kernels of 1×1
# message: A weight of shape
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(growth_rate, 1, padding="same", use_bias=False)(y)
        x = keras.layers.Concatenate()([x, y])
    return x
