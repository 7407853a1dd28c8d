# Swaps the two sides of the patch in the transpose
# message: patch number 0 should be the square at row 0, column 0
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    rows, columns = height // patch_size, width // patch_size
    x = images.reshape(count, rows, patch_size, columns, patch_size, channels)
    return x.transpose(0, 1, 3, 4, 2, 5).reshape(count, rows * columns, -1)
