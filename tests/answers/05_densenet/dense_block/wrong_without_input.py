# Leaves the input out of what it returns
# message: but yours make (None, 16, 16, 36)
def dense_block(x, num_layers, growth_rate):
    made = []
    for _ in range(num_layers):
        joined = keras.layers.Concatenate()([x, *made]) if made else x
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(joined))
        made.append(keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y))
    return keras.layers.Concatenate()(made)
