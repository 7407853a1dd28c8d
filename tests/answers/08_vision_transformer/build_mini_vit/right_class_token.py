# A class patch in front, read at the end; dropout
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
    x = layers.Dropout(0.1)(Position()(ClassToken()(x)))
    for _ in range(depth):
        y = layers.LayerNormalization(epsilon=1e-6)(x)
        y = layers.MultiHeadAttention(heads, dim // heads, dropout=0.1)(y, y)
        x = layers.Add()([x, layers.Dropout(0.1)(y)])
        y = layers.LayerNormalization(epsilon=1e-6)(x)
        y = layers.Dropout(0.1)(layers.Dense(4 * dim, activation="gelu")(y))
        y = layers.Dropout(0.1)(layers.Dense(dim)(y))
        x = layers.Add()([x, y])
    x = layers.LayerNormalization(epsilon=1e-6)(x)[:, 0]
    return keras.Model(inputs, layers.Dense(num_classes, activation="softmax")(x))
