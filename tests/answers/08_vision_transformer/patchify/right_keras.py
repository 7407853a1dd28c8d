# keras.ops, which returns an eager tensor
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    rows, columns = height // patch_size, width // patch_size
    x = keras.ops.convert_to_tensor(images)
    x = keras.ops.reshape(x, (count, rows, patch_size, columns, patch_size, channels))
    x = keras.ops.transpose(x, (0, 1, 3, 2, 4, 5))
    return keras.ops.reshape(x, (count, rows * columns, patch_size**2 * channels))
