# Makes every pixel 0 or 1
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.pad((images > 127).astype("float32"), ((0, 0), (2, 2), (2, 2)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
