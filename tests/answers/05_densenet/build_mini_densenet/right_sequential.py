# A Sequential of models
def build_mini_densenet(input_shape, num_classes):
    def normalised(x):
        return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))

    def block(x, num_layers, growth_rate):
        for _ in range(num_layers):
            new = keras.layers.Conv2D(growth_rate, 3, padding="same", use_bias=False)(normalised(x))
            x = keras.layers.Concatenate()([x, new])
        return x

    def transition(x):
        x = keras.layers.Conv2D(x.shape[-1] // 2, 1, use_bias=False)(normalised(x))
        return keras.layers.AveragePooling2D(2)(x)

    def wrapped(function, shape, *arguments):
        entry = keras.Input(shape)
        return keras.Model(entry, function(entry, *arguments))

    network = keras.Sequential([keras.Input(input_shape), keras.layers.Conv2D(12, 3, padding="same")])
    network.add(wrapped(block, network.output_shape[1:], 2, 8))
    network.add(wrapped(transition, network.output_shape[1:]))
    network.add(wrapped(block, network.output_shape[1:], 4, 8))
    network.add(keras.layers.BatchNormalization())
    network.add(keras.layers.ReLU())
    network.add(keras.layers.GlobalAveragePooling2D())
    network.add(keras.layers.Dense(num_classes, activation="softmax"))
    return network
