# Zeros, and the digit written into their middle for all channels at once by broadcasting
def to_alexnet_input(images):
    result = np.zeros((len(images), 32, 32, 3), dtype="float32")
    result[:, 2:-2, 2:-2, :] = images[:, :, :, None] / 255
    return result
