# Each layer a small Sequential of its own
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        layer = keras.Sequential(
            [
                keras.Input(x.shape[1:]),
                keras.layers.BatchNormalization(),
                keras.layers.ReLU(),
                keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False),
            ]
        )
        x = keras.layers.Concatenate(axis=3)([x, layer(x)])
    return x
