# Averages with ops.mean, pools first, stem with a pooling
def build_mini_densenet(input_shape, num_classes):
    def normalised(x):
        return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))

    def block(x, num_layers, growth_rate):
        for _ in range(num_layers):
            new = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(normalised(x))
            x = keras.layers.Concatenate()([x, new])
        return x

    def transition(x):
        x = keras.layers.AveragePooling2D(2)(normalised(x))
        return keras.layers.Conv2D(x.shape[-1] // 2, 1)(x)

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(16, 3, padding="same")(inputs)
    x = keras.layers.MaxPooling2D(3, 2, padding="same")(x)
    x = transition(block(x, 2, 8))
    x = block(x, 3, 8)
    x = keras.ops.mean(normalised(x), axis=(1, 2))
    return keras.Model(inputs, keras.layers.Softmax()(keras.layers.Dense(num_classes)(x)))
