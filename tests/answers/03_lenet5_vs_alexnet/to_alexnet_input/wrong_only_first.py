# Converts the first picture only
# message: (5, 32, 32, 3)
def to_alexnet_input(images):
    padded = np.pad(images[0].astype("float32") / 255, 2)
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
