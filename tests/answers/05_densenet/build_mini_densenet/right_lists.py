# Blocks that join the whole list, four of them, with keras.ops
def build_mini_densenet(input_shape, num_classes):
    def normalised(x):
        return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))

    def block(x, num_layers, growth_rate):
        maps = [x]
        for _ in range(num_layers):
            so_far = keras.ops.concatenate(maps, axis=-1)
            maps.append(keras.layers.Conv2D(growth_rate, 3, padding="same")(normalised(so_far)))
        return keras.ops.concatenate(maps, axis=-1)

    def transition(x):
        x = keras.layers.Conv2D(x.shape[-1] // 2, 1)(normalised(x))
        return keras.ops.average_pool(x, 2, 2)

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(16, 3, padding="same")(inputs)
    for num_layers in (2, 3, 2):
        x = transition(block(x, num_layers, 6))
    x = block(x, 2, 6)
    x = keras.layers.GlobalAveragePooling2D()(normalised(x))
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
