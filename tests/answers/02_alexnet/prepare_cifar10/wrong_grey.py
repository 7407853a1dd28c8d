# Makes grey pictures
# message: x should have shape (12, 32, 32, 3)
def prepare_cifar10(images, labels):
    x = images.mean(axis=-1, keepdims=True).astype("float32") / 255
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
