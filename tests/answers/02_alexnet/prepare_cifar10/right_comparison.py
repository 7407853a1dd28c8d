# Compares a column of labels with the ten classes, and multiplies by 1/255
def prepare_cifar10(images, labels):
    x = images * np.float32(1 / 255)
    y = (np.reshape(labels, (-1, 1)) == np.arange(10)).astype("float32")
    return (x, y)
