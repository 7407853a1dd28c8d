# Comes back as uint8, not scaled
# message: dtype float32
def to_alexnet_input(images):
    padded = np.pad(images, ((0, 0), (2, 2), (2, 2)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
