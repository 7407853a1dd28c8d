# A convolution whose stride is the side of the patch, a layer for the position, its average by an operation
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
    x = Position()(x)
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, layers.MultiHeadAttention(heads, dim)(y, y)])
        y = layers.Dense(4 * dim, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Dense(dim)(y)])
    x = keras.ops.mean(layers.LayerNormalization(epsilon=1e-6)(x), axis=1)
    return keras.Model(inputs, layers.Dense(num_classes, "softmax")(x))
