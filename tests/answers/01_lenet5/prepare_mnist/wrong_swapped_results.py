# Returns the labels first
# message: x should have shape
def prepare_mnist(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    y = keras.utils.to_categorical(labels, 10).astype("float32")
    return y, x
