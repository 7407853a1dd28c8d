# Enlarges the digit to 32×32
# message: border of two pixels
def to_alexnet_input(images):
    x = np.asarray(keras.ops.image.resize(images.astype("float32")[..., None] / 255, (32, 32)))[..., 0]
    return np.repeat(x[..., np.newaxis], 3, axis=-1)
