# Scales to the range from -1 to 1
# message: x should lie between 0 and 1
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 127.5 - 1
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
