# Multiplies by a vector of ones to make the channels
def to_alexnet_input(images):
    x = np.zeros((images.shape[0], 32, 32), dtype="float32")
    x[:, 2:30, 2:30] = images
    x *= np.float32(1 / 255)
    return np.einsum("nhw,c->nhwc", x, np.ones(3, "float32"))
