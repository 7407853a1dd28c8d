# Leaves y as to_categorical returns it, float64
# message: y should have dtype float32
def prepare_mnist(images, labels):
    x = images.astype("float32")[..., np.newaxis] / 255
    y = keras.utils.to_categorical(labels, 10)
    return x, y
