# A model of its own, He initialisation
def weights_of(shape, narrow):
    maps = keras.Input(shape)
    y = keras.layers.AveragePooling2D(pool_size=shape[:2])(maps)
    y = keras.layers.Conv2D(narrow, 1, activation=keras.activations.swish, kernel_initializer="he_normal")(y)
    y = keras.layers.Conv2D(shape[-1], 1, activation=keras.activations.sigmoid)(y)
    return keras.Model(maps, y)


def squeeze_excite(x, ratio=0.25):
    height, width, channels = x.shape[1:]
    narrow = int(ratio * channels) or 1
    return keras.ops.multiply(x, weights_of((height, width, channels), narrow)(x))
