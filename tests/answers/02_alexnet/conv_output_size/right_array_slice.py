# Slices an array of positions; a NumPy whole number comes back
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        places = np.ones(size)
    elif padding == "valid":
        places = np.ones(max(size - kernel + 1, 0))
    else:
        raise ValueError(padding)
    output = np.count_nonzero(places[::stride])
    if output == 0:
        raise ValueError("nothing is left")
    return np.int64(output)
