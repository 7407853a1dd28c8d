# np.split along both sides
def patchify(images, patch_size):
    count, height, width, _ = images.shape
    if height % patch_size != 0 or width % patch_size != 0:
        raise ValueError("patch_size must divide both sides")
    return np.stack(
        [
            square.reshape(count, -1)
            for row in np.split(images, height // patch_size, axis=1)
            for square in np.split(row, width // patch_size, axis=2)
        ],
        axis=1,
    )
