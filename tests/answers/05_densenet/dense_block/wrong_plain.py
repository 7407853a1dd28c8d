# Each layer reads only the one before
# message: (None, 16, 16, 60) of (None, 16, 16, 24), but yours make (None, 16, 16, 12)
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        x = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        x = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(x)
    return x
