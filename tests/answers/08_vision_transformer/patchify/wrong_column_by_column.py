# The patches come column by column
# message: patch number 1 should be the square at row 0, column 1
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    rows, columns = height // patch_size, width // patch_size
    x = images.reshape(count, rows, patch_size, columns, patch_size, channels)
    return x.transpose(0, 3, 1, 2, 4, 5).reshape(count, rows * columns, -1)
