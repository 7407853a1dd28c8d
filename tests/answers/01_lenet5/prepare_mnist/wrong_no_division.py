# Does not divide by 255
# message: between 0 and 1
def prepare_mnist(images, labels):
    x = images.astype("float32").reshape(-1, 28, 28, 1)
    y = keras.utils.to_categorical(labels, 10).astype("float32")
    return x, y
