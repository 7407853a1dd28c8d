# Adds as ResNet does
# message: but yours make (None, 16, 16, 24)
def dense_block(x, num_layers, growth_rate):
    for _ in range(num_layers):
        y = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        y = keras.layers.Conv2D(x.shape[-1], 3, padding="same", use_bias=False)(y)
        x = keras.layers.Add()([x, y])
    return x
