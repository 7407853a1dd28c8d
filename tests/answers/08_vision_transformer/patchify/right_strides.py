# A view of sliding windows, of which every patch_size-th is taken
def patchify(images, patch_size):
    count, height, width, channels = images.shape
    if height % patch_size or width % patch_size:
        raise ValueError("patch_size")
    window = (patch_size, patch_size)
    views = np.lib.stride_tricks.sliding_window_view(images, window, axis=(1, 2))
    views = views[:, ::patch_size, ::patch_size]
    return np.moveaxis(views, 3, -1).reshape(count, -1, patch_size * patch_size * channels)
