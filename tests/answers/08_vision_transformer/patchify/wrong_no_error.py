# Cuts off what is left over
# message: should raise ValueError, but what came is (2, 4, 48)
def patchify(images, patch_size):
    height, width = images.shape[1:3]
    patches = [
        images[:, top : top + patch_size, left : left + patch_size].reshape(len(images), -1)
        for top in range(0, height - patch_size + 1, patch_size)
        for left in range(0, width - patch_size + 1, patch_size)
    ]
    return np.stack(patches, axis=1)
