# Gives the labels that it received another shape
# message: changed the arrays
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    labels.shape = (len(labels),)
    y = keras.utils.to_categorical(labels.reshape(-1), 10).astype("float32")
    return x, y
