# Each patch is normalised before and after its layer; the channels of each block have a scale
class Position(keras.layers.Layer):
    def build(self, shape):
        self.position = self.add_weight(shape=(1, shape[1], shape[2]), initializer="random_normal")

    def call(self, x):
        return x + self.position


class Scale(keras.layers.Layer):
    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],), initializer=keras.initializers.Constant(0.1))
        self.all = self.add_weight(shape=(), initializer="ones")

    def call(self, x):
        return x * self.scale * self.all


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    height, width, channels = input_shape
    rows, columns = height // patch_size, width // patch_size
    tokens = rows * columns

    inputs = keras.Input(input_shape)
    x = layers.Reshape((rows, patch_size, columns, patch_size * channels))(inputs)
    x = layers.Reshape((tokens, patch_size**2 * channels))(layers.Permute((1, 3, 2, 4))(x))
    x = layers.Dense(dim)(layers.LayerNormalization()(x))
    x = Position()(layers.LayerNormalization()(x))
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, Scale()(layers.MultiHeadAttention(heads, dim // heads)(y, y))])
        y = layers.Dense(2 * dim, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, Scale()(layers.Dense(dim)(y))])
    x = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(x))
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
