# Forgets the border
# message: should have shape
def to_alexnet_input(images):
    x = images.astype("float32") / 255
    return np.repeat(x[..., np.newaxis], 3, axis=-1)
