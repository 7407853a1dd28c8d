# One channel only
# message: should have shape
def to_alexnet_input(images):
    x = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return x[..., np.newaxis]
