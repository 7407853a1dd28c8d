# Two loops over the squares
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    patches = []
    for top in range(0, height, patch_size):
        for left in range(0, width, patch_size):
            patch = images[:, top : top + patch_size, left : left + patch_size, :]
            patches.append(patch.reshape(count, -1))
    return np.stack(patches, axis=1)
