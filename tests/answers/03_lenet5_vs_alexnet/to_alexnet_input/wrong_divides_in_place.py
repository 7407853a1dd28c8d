# Divides in place, which whole numbers do not allow
# message: UFuncTypeError
def to_alexnet_input(images):
    images /= 255
    padded = np.pad(images, ((0, 0), (2, 2), (2, 2)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
