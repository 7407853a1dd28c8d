# Everything but the answer is one layer, with a class patch
class Transformer(keras.layers.Layer):
    def __init__(self, patch_size, dim, depth, heads):
        super().__init__()
        layers, self.dim = keras.layers, dim
        self.cut = layers.Conv2D(dim, patch_size, patch_size)
        self.blocks = [
            (
                layers.LayerNormalization(),
                layers.MultiHeadAttention(heads, dim // heads),
                layers.LayerNormalization(),
                layers.Dense(2 * dim, activation="gelu"),
                layers.Dense(dim),
            )
            for _ in range(depth)
        ]
        self.last = layers.LayerNormalization()

    def build(self, shape):
        tokens = (shape[1] // self.cut.strides[0]) * (shape[2] // self.cut.strides[1])
        self.cut.build(shape)
        self.first = self.add_weight(shape=(1, 1, self.dim), name="class")
        self.position = self.add_weight(shape=(1, tokens + 1, self.dim), name="position")

    def call(self, images):
        x = self.cut(images)
        x = keras.ops.reshape(x, (-1, self.position.shape[1] - 1, self.dim))
        first = keras.ops.repeat(keras.ops.convert_to_tensor(self.first), keras.ops.shape(x)[0], axis=0)
        x = keras.ops.concatenate([first, x], axis=1) + self.position
        for norm, attention, other_norm, wide, narrow in self.blocks:
            y = norm(x)
            x = x + attention(y, y)
            x = x + narrow(wide(other_norm(x)))
        return self.last(x[:, 0])


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    inputs = keras.Input(input_shape)
    x = Transformer(patch_size, dim, depth, heads)(inputs)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
