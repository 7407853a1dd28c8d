# Only the class patch is normalised at the end
class ClassToken(keras.layers.Layer):
    def build(self, shape):
        self.token = self.add_weight(shape=(1, 1, shape[-1]), initializer="zeros")

    def call(self, x):
        first = keras.ops.repeat(self.token, keras.ops.shape(x)[0], axis=0)
        return keras.ops.concatenate([first, x], axis=1)


class Position(keras.layers.Layer):
    def build(self, shape):
        self.position = self.add_weight(shape=(1, shape[1], shape[2]), initializer="random_normal")

    def call(self, x):
        return x + self.position


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    tokens = (input_shape[0] // patch_size) * (input_shape[1] // patch_size)
    inputs = keras.Input(input_shape)
    x = layers.Conv2D(dim, patch_size, strides=patch_size)(inputs)
    x = layers.Reshape((tokens, dim))(x)
    x = Position()(ClassToken()(x))
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, layers.MultiHeadAttention(heads, dim // heads)(y, y)])
        y = layers.Dense(2 * dim, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Dense(dim)(y)])
    x = layers.LayerNormalization()(layers.Lambda(lambda all: all[:, 0])(x))
    return keras.Model(inputs, layers.Dense(num_classes, activation="softmax")(x))
