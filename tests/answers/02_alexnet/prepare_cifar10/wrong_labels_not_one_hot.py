# Leaves the labels as numbers
# message: y should have shape (12, 10)
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    y = labels.astype("float32")
    return x, y
