# Gives the array it received another shape
# message: changed the array
def to_alexnet_input(images):
    images.shape = (*images.shape, 1)
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2), (0, 0)))
    return np.repeat(padded, 3, axis=-1)
