# Black on white
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.pad(1 - images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
