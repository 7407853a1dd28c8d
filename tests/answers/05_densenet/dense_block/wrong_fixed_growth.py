# Growth rate 12 whatever is asked for
# message: A weight of shape
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(12, 3, padding="same", use_bias=False)(y)
        x = keras.layers.Concatenate()([x, y])
    return x
