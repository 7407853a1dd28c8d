# Adds all four pixels at the end
# message: border of two pixels
def to_alexnet_input(images):
    x = np.pad(images.astype("float32") / 255, ((0, 0), (0, 4), (0, 4)))
    return np.repeat(x[..., np.newaxis], 3, axis=-1)
