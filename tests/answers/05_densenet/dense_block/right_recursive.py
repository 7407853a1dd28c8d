# The last layer on top of a block that is one layer shorter
def dense_block(x, num_layers, growth_rate):
    if num_layers == 0:
        return x
    shorter = dense_block(x, num_layers - 1, growth_rate)
    y = keras.layers.BatchNormalization(momentum=0.9, epsilon=1.001e-5)(shorter)
    y = keras.layers.ReLU()(y)
    y = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y)
    return keras.layers.concatenate([shorter, y])
