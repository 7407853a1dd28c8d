# Cuts the first picture only
# message: should have shape (2, 4, 4), but its shape is (4, 4)
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    return np.stack(
        [
            images[0, top : top + patch_size, left : left + patch_size].flatten()
            for top in range(0, height, patch_size)
            for left in range(0, width, patch_size)
        ]
    )
