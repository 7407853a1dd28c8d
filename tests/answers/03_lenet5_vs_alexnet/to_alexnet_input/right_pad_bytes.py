# Pads the whole numbers first, then scales, then stacks
def to_alexnet_input(images):
    padded = np.pad(images, [(0, 0), (2, 2), (2, 2)], mode="constant", constant_values=0)
    padded = padded.astype(np.float32) / 255.0
    return np.stack([padded, padded, padded], axis=-1)
