# Calls a block that stands outside the builder, with layers named by their place
def inception_block(x, f1, f3_in, f3, f5_in, f5, pool_proj, name):
    conv = keras.layers.Conv2D
    b1 = conv(f1, 1, padding="same", activation="relu", name=f"{name}_1x1")(x)
    b2 = conv(f3_in, 1, padding="same", activation="relu", name=f"{name}_3x3_reduce")(x)
    b2 = conv(f3, 3, padding="same", activation="relu", name=f"{name}_3x3")(b2)
    b3 = conv(f5_in, 1, padding="same", activation="relu", name=f"{name}_5x5_reduce")(x)
    b3 = conv(f5, 5, padding="same", activation="relu", name=f"{name}_5x5")(b3)
    b4 = keras.layers.MaxPooling2D(3, strides=1, padding="same", name=f"{name}_pool")(x)
    b4 = conv(pool_proj, 1, padding="same", activation="relu", name=f"{name}_pool_proj")(b4)
    return keras.layers.concatenate([b1, b2, b3, b4], name=name)


def build_mini_googlenet(input_shape, num_classes):
    inputs = keras.Input(shape=input_shape)
    x = keras.layers.Conv2D(32, 3, padding="same", activation="relu")(inputs)
    x = inception_block(x, 16, 16, 16, 16, 16, 16, "a")
    x = inception_block(x, 16, 16, 16, 16, 16, 16, "b")
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
