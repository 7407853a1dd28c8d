# Passes through float16, which has too few digits
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.pad((images / 255).astype("float16"), ((0, 0), (2, 2), (2, 2)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1).astype("float32")
