# A loop writes each 1 into an array of zeros
def prepare_mnist(images, labels):
    x = images.reshape(len(images), 28, 28, 1) / 255
    y = np.zeros((len(labels), 10))
    for row, label in enumerate(labels):
        y[row, label] = 1
    return x.astype("float32"), y.astype("float32")
