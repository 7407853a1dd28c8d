# Each layer joins only the last two maps
# message: A weight of shape
def dense_block(x, num_layers, growth_rate):
    maps = [x]
    for _ in range(num_layers):
        joined = keras.layers.Concatenate()(maps[-2:]) if len(maps) > 1 else x
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(joined))
        maps.append(keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y))
    return keras.layers.Concatenate()(maps)
