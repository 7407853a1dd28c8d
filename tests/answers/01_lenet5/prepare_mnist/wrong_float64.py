# Forgets float32: dividing whole numbers gives float64
# message: float64
def prepare_mnist(images, labels):
    x = images.reshape(-1, 28, 28, 1) / 255
    y = keras.utils.to_categorical(labels, 10).astype("float32")
    return x, y
