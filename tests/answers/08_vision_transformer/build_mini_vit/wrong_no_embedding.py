# The patches go into the blocks as they are
# message: How many patches does your network cut
class Position(keras.layers.Layer):
    def build(self, shape):
        self.position = self.add_weight(shape=(1, shape[1], shape[2]), initializer="random_normal")

    def call(self, x):
        return x + self.position


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    height, width, channels = input_shape
    rows, columns = height // patch_size, width // patch_size
    tokens = rows * columns

    inputs = keras.Input(input_shape)
    x = layers.Reshape((rows, patch_size, columns, patch_size * channels))(inputs)
    x = layers.Reshape((tokens, patch_size**2 * channels))(layers.Permute((1, 3, 2, 4))(x))
    x, dim = Position()(x), x.shape[-1]
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, layers.MultiHeadAttention(heads, max(1, dim // heads))(y, y)])
        y = layers.Dense(2 * dim, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Dense(dim)(y)])
    x = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(x))
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
