# Joins at the end what layers in a row made
# message: A weight of shape
def dense_block(x, num_layers, growth_rate):
    maps = [x]
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(maps[-1]))
        maps.append(keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y))
    return keras.layers.Concatenate()(maps)
