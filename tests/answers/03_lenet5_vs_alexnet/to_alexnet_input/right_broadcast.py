# A read-only view: np.broadcast_to repeats without copying
def to_alexnet_input(images):
    small = np.true_divide(images, 255, dtype=np.float32)
    padded = np.pad(small, ((0, 0), (2, 2), (2, 2)))
    return np.broadcast_to(padded[..., None], (*padded.shape, 3))
