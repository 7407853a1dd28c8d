# Four pixels on each side
# message: (5, 32, 32, 3)
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (4, 4), (4, 4)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
