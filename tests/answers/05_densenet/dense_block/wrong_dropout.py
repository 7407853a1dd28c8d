# Drops at random while training
# message: While training, your layers give other outputs
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(y)
        x = keras.layers.Concatenate()([x, keras.layers.Dropout(0.2)(y)])
    return x
