# Returns None where the sides cannot be divided
# message: should raise ValueError, but what came is ()
def patchify(images, patch_size):
    height, width = images.shape[1:3]
    if height % patch_size or width % patch_size:
        return None
    patches = [
        images[:, top : top + patch_size, left : left + patch_size].reshape(len(images), -1)
        for top in range(0, height - patch_size + 1, patch_size)
        for left in range(0, width - patch_size + 1, patch_size)
    ]
    return np.stack(patches, axis=1)
