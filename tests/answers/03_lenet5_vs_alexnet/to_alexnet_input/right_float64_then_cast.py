# Works in float64 and casts at the end
def to_alexnet_input(images):
    x = images / images.dtype.type(255)
    x = np.repeat(x.reshape(-1, 28, 28, 1), 3, axis=3)
    return np.pad(x, ((0, 0), (2, 2), (2, 2), (0, 0))).astype("float32")
