# Returns the last layer alone
# message: but yours make (None, 16, 16, 12)
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y)
        x = keras.layers.Concatenate()([x, y])
    return y
