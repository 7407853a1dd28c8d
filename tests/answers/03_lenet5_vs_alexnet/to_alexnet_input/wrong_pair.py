# Returns the padded and the coloured pictures
# message: should be an array
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return padded, np.repeat(padded[..., np.newaxis], 3, axis=-1)
