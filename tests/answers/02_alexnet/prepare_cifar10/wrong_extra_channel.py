# Adds a channel axis, as the digits of lesson 01 needed
# message: x should have shape (12, 32, 32, 3)
def prepare_cifar10(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
