# Stem, blocks and head as models of their own, in a Sequential
def block(shape, f1, f3_in, f3, f5_in, f5, pool_proj):
    layers = keras.layers
    x = keras.Input(shape)
    a = layers.Conv2D(f1, 1, activation="relu")(x)
    b = layers.Conv2D(f3, 3, padding="same", activation="relu")(layers.Conv2D(f3_in, 1, activation="relu")(x))
    c = layers.Conv2D(f5, 5, padding="same", activation="relu")(layers.Conv2D(f5_in, 1, activation="relu")(x))
    d = layers.Conv2D(pool_proj, 1, activation="relu")(layers.MaxPooling2D(3, 1, padding="same")(x))
    return keras.Model(x, layers.Concatenate()([a, b, c, d]))


def build_mini_googlenet(input_shape, num_classes):
    stem = keras.Sequential(
        [
            keras.Input(input_shape),
            keras.layers.Conv2D(32, 3, strides=2, activation="relu"),
            keras.layers.Conv2D(48, 3, activation="relu"),
        ]
    )
    first = block(stem.output_shape[1:], 16, 24, 32, 8, 12, 12)
    second = block(first.output_shape[1:], 32, 32, 48, 8, 16, 16)
    head = [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(num_classes, activation="softmax")]
    return keras.Sequential([keras.Input(input_shape), stem, first, second, *head])
