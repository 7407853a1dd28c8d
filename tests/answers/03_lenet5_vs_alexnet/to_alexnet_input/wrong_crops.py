# Crops the digit to 24×24 before it pads
# message: middle should hold the digit
def to_alexnet_input(images):
    padded = np.pad(images[:, 2:-2, 2:-2].astype("float32") / 255, ((0, 0), (4, 4), (4, 4)))
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
