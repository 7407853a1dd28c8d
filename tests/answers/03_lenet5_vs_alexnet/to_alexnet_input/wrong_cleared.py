# Cleans the array it received up when it has finished
# message: changed the array
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    images[:] = 0
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
