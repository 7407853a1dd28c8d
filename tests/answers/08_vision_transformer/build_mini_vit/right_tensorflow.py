# tf.image.extract_patches in a Lambda layer, tf.keras
def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    import tensorflow as tf

    layers = tf.keras.layers
    tokens = (input_shape[0] // patch_size) * (input_shape[1] // patch_size)
    values = patch_size * patch_size * input_shape[2]
    window = [1, patch_size, patch_size, 1]

    def cut(images):
        patches = tf.image.extract_patches(images, window, window, [1, 1, 1, 1], "VALID")
        return tf.reshape(patches, (-1, tokens, values))

    inputs = tf.keras.Input(input_shape)
    x = layers.Lambda(cut, output_shape=(tokens, values))(inputs)
    x = layers.EinsumDense("ntp,pd->ntd", (tokens, dim), bias_axes="td")(x)
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, layers.MultiHeadAttention(heads, dim // heads)(y, y)])
        y = layers.Dense(2 * dim, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Dense(dim)(y)])
    x = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(x))
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return tf.keras.Model(inputs, outputs)
