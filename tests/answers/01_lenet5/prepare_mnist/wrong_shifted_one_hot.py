# Counts the classes from 1
# message: position of its label
def prepare_mnist(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    y = np.zeros((len(labels), 10), dtype="float32")
    y[np.arange(len(labels)), labels - 1] = 1
    return x, y
