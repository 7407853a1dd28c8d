# Writes zeros into the pictures as they are cut
# message: Your function changed the array that it was given
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    patches = []
    for top in range(0, height, patch_size):
        for left in range(0, width, patch_size):
            square = images[:, top : top + patch_size, left : left + patch_size]
            patches.append(square.reshape(count, -1).copy())
            square[:] = 0
    return np.stack(patches, axis=1)
