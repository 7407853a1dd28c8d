# Pads the channels with zeros to three
# message: three channels should be equal
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return np.pad(padded[..., np.newaxis], ((0, 0), (0, 0), (0, 0), (1, 1)))
