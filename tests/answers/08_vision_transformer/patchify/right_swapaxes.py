# The error is that of reshape; columns and channels stay one axis
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    rows, columns = height // patch_size, width // patch_size
    x = images.reshape(count, rows, patch_size, columns, patch_size * channels)
    return x.swapaxes(2, 3).reshape(count, rows * columns, patch_size * patch_size * channels)
