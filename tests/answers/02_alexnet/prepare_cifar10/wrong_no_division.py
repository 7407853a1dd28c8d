# Does not divide
# message: x should lie between 0 and 1
def prepare_cifar10(images, labels):
    x = images.astype("float32")
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
