# Scales, then casts back to whole numbers
# message: dtype float32
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2))).astype("uint8")
    return np.repeat(padded[..., np.newaxis], 3, axis=-1)
