# Helper functions; the column is told apart by its number of axes
def scale(images):
    return images.astype("float32") / 255.0


def one_hot(labels, classes=10):
    if labels.ndim == 2:
        labels = labels[:, 0]
    encoded = np.zeros((labels.size, classes), "float32")
    encoded[np.arange(labels.size), labels] = 1.0
    return encoded


def prepare_cifar10(images, labels):
    return scale(images), one_hot(labels)
