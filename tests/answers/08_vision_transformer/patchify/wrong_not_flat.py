# The patches stay squares
# message: should have shape (2, 4, 4), but its shape is (2, 4, 2, 2, 1)
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    rows, columns = height // patch_size, width // patch_size
    x = images.reshape(count, rows, patch_size, columns, patch_size, channels)
    x = x.transpose(0, 1, 3, 2, 4, 5)
    return x.reshape(count, rows * columns, patch_size, patch_size, channels)
