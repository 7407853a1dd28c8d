# Forgets the normalisation
# message: of the weights that are asked for are missing
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(x)
        y = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y)
        x = keras.layers.Concatenate()([x, y])
    return x
