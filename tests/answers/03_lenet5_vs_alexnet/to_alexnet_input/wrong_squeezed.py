# Squeezes, so that one picture loses its axis
# message: (1, 32, 32, 3)
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return np.stack([padded] * 3, axis=-1).squeeze()
