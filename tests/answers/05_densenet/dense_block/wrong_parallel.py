# All layers read the input of the block
# message: A weight of shape
def dense_block(x, num_layers, growth_rate):
    maps = [x]
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        maps.append(keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y))
    return keras.layers.Concatenate()(maps)
