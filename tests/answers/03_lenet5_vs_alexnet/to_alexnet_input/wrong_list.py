# Returns a list
# message: should be an array
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return [np.stack([picture] * 3, axis=-1) for picture in padded]
