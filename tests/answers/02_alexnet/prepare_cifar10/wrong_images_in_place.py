# Writes the quotient into the array it was given
# message: changed the arrays
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    images[:] = images / 255
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
