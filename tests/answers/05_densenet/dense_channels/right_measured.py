# Measured on a block of layers, as whole numbers of NumPy
def dense_channels(initial, num_layers, growth_rate):
    x = keras.Input((4, 4, initial))
    counts = [np.int64(x.shape[-1])]
    for _ in range(num_layers):
        new = keras.layers.Conv2D(growth_rate, 3, padding="same")(x)
        x = keras.layers.Concatenate()([x, new])
        counts.append(np.int64(x.shape[-1]))
    return counts
