# The place of every value is worked out and taken from flat pictures
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    places = np.arange(height * width * channels).reshape(height, width, channels)
    order = [
        places[i : i + patch_size, j : j + patch_size].ravel()
        for i in range(0, height, patch_size)
        for j in range(0, width, patch_size)
    ]
    return np.array(images).reshape(count, -1)[:, order]
