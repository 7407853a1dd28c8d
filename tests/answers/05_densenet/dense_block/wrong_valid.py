# Padding valid, which lets the maps shrink
# message: ValueError
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(growth_rate, 3, use_bias=False)(y)
        x = keras.layers.Concatenate()([x, y])
    return x
