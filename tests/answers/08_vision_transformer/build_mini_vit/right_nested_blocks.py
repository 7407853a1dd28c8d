# Every block is a model of its own, and so is what comes before
def block(tokens, dim, heads):
    layers = keras.layers
    inputs = keras.Input((tokens, dim))
    y = layers.LayerNormalization()(inputs)
    x = inputs + layers.MultiHeadAttention(heads, dim // heads)(y, y)
    mlp = keras.Sequential([layers.LayerNormalization(), layers.Dense(4 * dim, "gelu"), layers.Dense(dim)])
    return keras.Model(inputs, x + mlp(x))


def entrance(input_shape, patch_size, dim):
    layers = keras.layers
    height, width, channels = input_shape
    rows, columns = height // patch_size, width // patch_size
    tokens = rows * columns

    inputs = keras.Input(input_shape)
    x = layers.Reshape((rows, patch_size, columns, patch_size * channels))(inputs)
    x = layers.Reshape((tokens, patch_size**2 * channels))(layers.Permute((1, 3, 2, 4))(x))
    x = layers.EinsumDense("ntp,pd->ntd", (tokens, dim), bias_axes="td")(x)
    return keras.Model(inputs, x)


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    first = entrance(input_shape, patch_size, dim)
    blocks = [block(first.output_shape[1], dim, heads) for _ in range(depth)]
    end = [
        keras.layers.LayerNormalization(),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(num_classes, activation="softmax"),
    ]
    return keras.Sequential([keras.Input(input_shape), first, *blocks, *end])
