# Takes the number of rows for that of columns
# message: hidden test
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    rows = height // patch_size
    x = images.reshape(count, rows, patch_size, rows, patch_size, channels)
    return x.transpose(0, 1, 3, 2, 4, 5).reshape(count, rows * rows, -1)
