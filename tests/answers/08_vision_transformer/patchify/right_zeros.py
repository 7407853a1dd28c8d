# Fills an array of the right type, picture by picture
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    p, columns = patch_size, width // patch_size
    result = np.zeros((count, (height // p) * columns, p * p * channels), images.dtype)
    for n in range(count):
        for number in range(result.shape[1]):
            row, column = divmod(number, columns)
            square = images[n, row * p : (row + 1) * p, column * p : (column + 1) * p]
            result[n, number] = square.flatten()
    return result
