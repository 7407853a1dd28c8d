# np.zeros without a type makes float64
# message: should have dtype float32, but its dtype is float64
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    p, columns = patch_size, width // patch_size
    result = np.zeros((count, (height // p) * columns, p * p * channels))
    for number in range(result.shape[1]):
        top, left = number // columns * p, number % columns * p
        result[:, number] = images[:, top : top + p, left : left + p].reshape(count, -1)
    return result
