# Divides twice
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    padded = padded / 255
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
