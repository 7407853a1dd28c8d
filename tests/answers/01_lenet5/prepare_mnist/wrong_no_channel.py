# Forgets the axis of the channels
# message: (12, 28, 28, 1)
def prepare_mnist(images, labels):
    x = images.astype("float32") / 255
    y = keras.utils.to_categorical(labels, 10).astype("float32")
    return x, y
