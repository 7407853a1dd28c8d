# Subtracts 1 from the labels it was given, and puts it back only in its own copy
# message: changed the arrays
def prepare_mnist(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    labels -= 1
    y = keras.utils.to_categorical(labels + 1, 10).astype("float32")
    return x, y
