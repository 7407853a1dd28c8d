# A Keras layer pads, concatenate makes the channels
def to_alexnet_input(images):
    x = keras.layers.Rescaling(1 / 255)(images[..., np.newaxis].astype("float32"))
    x = keras.layers.ZeroPadding2D(2)(x)
    return keras.ops.convert_to_numpy(keras.ops.concatenate([x, x, x], axis=-1))
