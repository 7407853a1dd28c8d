# Leaves x in float64
# message: x should have dtype float32
def prepare_cifar10(images, labels):
    x = images / 255
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
