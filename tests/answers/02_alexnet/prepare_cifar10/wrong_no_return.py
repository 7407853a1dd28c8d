# Has no return statement
# message: return statement
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
