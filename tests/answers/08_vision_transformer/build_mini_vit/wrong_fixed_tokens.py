# Always 64 patches
# message: hidden test
def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    height, width, channels = input_shape
    rows, columns = height // patch_size, width // patch_size
    tokens = 64

    inputs = keras.Input(input_shape)
    x = layers.Reshape((rows, patch_size, columns, patch_size * channels))(inputs)
    x = layers.Reshape((tokens, patch_size**2 * channels))(layers.Permute((1, 3, 2, 4))(x))
    x = layers.EinsumDense("ntp,pd->ntd", (tokens, dim), bias_axes="td")(x)
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, layers.MultiHeadAttention(heads, dim // heads)(y, y)])
        y = layers.Dense(2 * dim, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Dense(dim)(y)])
    x = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(x))
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
