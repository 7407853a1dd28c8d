# No axis of channels
# message: (5, 32, 32, 3)
def to_alexnet_input(images):
    padded = np.pad(images.astype("float32") / 255, ((0, 0), (2, 2), (2, 2)))
    return padded
