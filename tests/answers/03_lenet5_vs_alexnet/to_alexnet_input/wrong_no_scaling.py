# Does not divide
# message: between 0 and 1
def to_alexnet_input(images):
    x = np.pad(images.astype("float32"), ((0, 0), (2, 2), (2, 2)))
    return np.repeat(x[..., np.newaxis], 3, axis=-1)
