# Fills the red channel only
# message: three channels should be equal
def to_alexnet_input(images):
    x = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return np.stack([x, 0 * x, 0 * x], axis=-1)
