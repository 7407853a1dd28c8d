# Turns the digit upside down
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.pad(images[:, ::-1].astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
