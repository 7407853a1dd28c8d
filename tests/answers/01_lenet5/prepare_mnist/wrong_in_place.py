# Writes the quotient into the array it was given
# message: changed the arrays
def prepare_mnist(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    y = keras.utils.to_categorical(labels, 10).astype("float32")
    images[:] = images / 255
    return x, y
