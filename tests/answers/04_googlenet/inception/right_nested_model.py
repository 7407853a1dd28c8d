# A model of the block, called on the tensor
def branch(inputs, *layers):
    for filters, kernel in layers:
        inputs = keras.layers.Conv2D(filters, kernel, padding="same", activation="relu")(inputs)
    return inputs


def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    inputs = keras.Input(x.shape[1:])
    pooled = keras.layers.MaxPooling2D(3, strides=1, padding="same")(inputs)
    ways = [
        branch(inputs, (f1, 1)),
        branch(inputs, (f3_in, 1), (f3, 3)),
        branch(inputs, (f5_in, 1), (f5, 5)),
        branch(pooled, (pool_proj, 1)),
    ]
    return keras.Model(inputs, keras.layers.Concatenate()(ways), name="inception")(x)
