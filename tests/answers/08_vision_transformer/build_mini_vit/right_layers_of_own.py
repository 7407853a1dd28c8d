# Patches, position and block are layers of the student's own, in a Sequential
class Patches(keras.layers.Layer):
    def __init__(self, patch_size, dim):
        super().__init__()
        self.size = patch_size
        self.dense = keras.layers.Dense(dim)

    def build(self, shape):
        _, height, width, channels = shape
        self.tokens = (height // self.size) * (width // self.size)
        self.values = self.size**2 * channels
        self.dense.build((None, self.tokens, self.values))
        self.position = self.add_weight(shape=(self.tokens, self.dense.units), name="position")

    def call(self, images):
        x = keras.ops.image.extract_patches(images, size=self.size)
        return self.dense(keras.ops.reshape(x, (-1, self.tokens, self.values))) + self.position


class Encoder(keras.layers.Layer):
    def __init__(self, dim, heads):
        super().__init__()
        self.norms = [keras.layers.LayerNormalization() for _ in range(2)]
        self.attention = keras.layers.MultiHeadAttention(heads, dim // heads)
        self.wide = keras.layers.Dense(4 * dim, activation="gelu")
        self.narrow = keras.layers.Dense(dim)

    def call(self, x):
        y = self.norms[0](x)
        x = x + self.attention(y, y)
        return x + self.narrow(self.wide(self.norms[1](x)))


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    return keras.Sequential(
        [
            keras.Input(input_shape),
            Patches(patch_size, dim),
            *[Encoder(dim, heads) for _ in range(depth)],
            keras.layers.LayerNormalization(),
            keras.layers.GlobalAveragePooling1D(),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
