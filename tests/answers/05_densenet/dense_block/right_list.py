# Keeps a list of all maps and joins the whole list each time
def dense_block(x, num_layers, growth_rate):
    maps = [x]
    for _ in range(num_layers):
        joined = keras.layers.Concatenate()(maps) if len(maps) > 1 else maps[0]
        new = keras.layers.Activation("relu")(keras.layers.BatchNormalization()(joined))
        maps.append(keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(new))
    return keras.layers.Concatenate()(maps)
