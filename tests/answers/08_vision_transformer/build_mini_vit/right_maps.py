# The patches stay in rows and columns to the end
class Position(keras.layers.Layer):
    def build(self, shape):
        self.position = self.add_weight(shape=(1, *shape[1:]), initializer="random_normal")

    def call(self, x):
        return x + self.position


def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    inputs = keras.Input(input_shape)
    x = Position()(layers.Conv2D(dim, patch_size, strides=patch_size, padding="valid")(inputs))
    for _ in range(depth):
        y = layers.LayerNormalization()(x)
        x = layers.Add()([x, layers.MultiHeadAttention(heads, dim // heads)(y, y)])
        y = layers.Conv2D(2 * dim, 1, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Conv2D(dim, 1)(y)])
    x = layers.GlobalAveragePooling2D()(layers.LayerNormalization()(x))
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
