# Blocks that leave their input out of what they return
# message: at least two dense blocks of two layers or more, but
def build_mini_densenet(input_shape, num_classes):
    def normalised(x):
        return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))

    def block(x, num_layers, growth_rate):
        made = []
        for _ in range(num_layers):
            so_far = keras.layers.Concatenate()([x, *made]) if made else x
            made.append(keras.layers.Conv2D(growth_rate, 3, padding="same")(normalised(so_far)))
        return keras.layers.Concatenate()(made)

    def transition(x):
        x = keras.layers.Conv2D(x.shape[-1] // 2, 1, use_bias=False)(normalised(x))
        return keras.layers.AveragePooling2D(2)(x)

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(16, 3, padding="same")(inputs)
    x = transition(block(x, 2, 8))
    x = block(x, 3, 8)
    x = keras.layers.GlobalAveragePooling2D()(normalised(x))
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
