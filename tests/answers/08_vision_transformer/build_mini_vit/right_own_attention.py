# Attention out of dense layers and operations
def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    height, width, channels = input_shape
    rows, columns = height // patch_size, width // patch_size
    tokens = rows * columns

    inputs = keras.Input(input_shape)
    x = layers.Reshape((rows, patch_size, columns, patch_size * channels))(inputs)
    x = layers.Reshape((tokens, patch_size**2 * channels))(layers.Permute((1, 3, 2, 4))(x))
    x = layers.EinsumDense("ntp,pd->ntd", (tokens, dim), bias_axes="td")(x)
    def attend(x):
        def split(y):
            y = layers.Reshape((tokens, heads, dim // heads))(layers.Dense(dim, use_bias=False)(y))
            return keras.ops.transpose(y, (0, 2, 1, 3))

        query, key, value = split(x), split(x), split(x)
        scores = keras.ops.matmul(query, keras.ops.transpose(key, (0, 1, 3, 2)))
        weights = keras.ops.softmax(scores / (dim // heads) ** 0.5, axis=-1)
        y = keras.ops.transpose(keras.ops.matmul(weights, value), (0, 2, 1, 3))
        return layers.Dense(dim)(keras.ops.reshape(y, (-1, tokens, dim)))

    for _ in range(depth):
        x = x + attend(layers.LayerNormalization()(x))
        y = layers.Dense(4 * dim)(layers.LayerNormalization()(x))
        x = x + layers.Dense(dim)(keras.ops.gelu(y))
    x = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(x))
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
