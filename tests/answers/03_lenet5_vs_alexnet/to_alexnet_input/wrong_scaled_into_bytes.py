# Writes the scaled digit into zeros of type uint8
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.zeros((len(images), 32, 32), dtype=images.dtype)
    padded[:, 2:30, 2:30] = images / 255
    return np.repeat(padded[..., np.newaxis], 3, axis=-1).astype("float32")
