# Pads by hand after the normalisation, all layers made beforehand
def dense_block(x, num_layers, growth_rate):
    parts = [
        (
            keras.layers.BatchNormalization(),
            keras.layers.ReLU(),
            keras.layers.ZeroPadding2D(1),
            keras.layers.Conv2D(growth_rate, 3, use_bias=False),
        )
        for _ in range(num_layers)
    ]
    for layers_of_one in parts:
        y = x
        for layer in layers_of_one:
            y = layer(y)
        x = keras.layers.Concatenate()([x, y])
    return x
