# With biases, and with the functions of keras.ops
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.ops.relu(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(growth_rate, (3, 3), padding="same")(y)
        x = keras.ops.concatenate([x, y], axis=-1)
    return x
