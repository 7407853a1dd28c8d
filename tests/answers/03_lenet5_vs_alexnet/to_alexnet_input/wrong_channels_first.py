# Puts the channels first
# message: should have shape
def to_alexnet_input(images):
    x = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return np.repeat(x[:, np.newaxis], 3, axis=1)
