# Leaves y as to_categorical returns it, float64
# message: y should have dtype float32
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    y = keras.utils.to_categorical(labels.reshape(-1), 10)
    return x, y
