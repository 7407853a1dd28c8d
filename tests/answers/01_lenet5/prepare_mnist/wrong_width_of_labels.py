# Lets to_categorical find the number of classes: width is the greatest label + 1
# message: shape
def prepare_mnist(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    y = keras.utils.to_categorical(labels).astype("float32")
    return x, y
