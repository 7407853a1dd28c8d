# Raises only where neither side can be divided
# message: Pictures of (2, 8, 9, 3) cannot be cut into patches of 4
def patchify(images, patch_size):
    height, width = images.shape[1:3]
    if height % patch_size and width % patch_size:
        raise ValueError("sides")
    patches = [
        images[:, top : top + patch_size, left : left + patch_size].reshape(len(images), -1)
        for top in range(0, height - patch_size + 1, patch_size)
        for left in range(0, width - patch_size + 1, patch_size)
    ]
    return np.stack(patches, axis=1)
