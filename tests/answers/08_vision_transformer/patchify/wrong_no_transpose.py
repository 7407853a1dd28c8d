# Only a reshape: a patch holds pieces of long rows
# message: patch number 0 should be the square at row 0, column 0
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    return images.reshape(count, -1, patch_size * patch_size * channels)
