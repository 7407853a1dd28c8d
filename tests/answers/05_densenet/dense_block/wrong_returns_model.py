# Returns a model in place of a tensor
# message: dense_block should return the tensor
def dense_block(x, num_layers, growth_rate):
    inputs = x
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y)
        x = keras.layers.Concatenate()([x, y])
    return keras.Model(inputs, x)
