# np.ceil, which returns a whole number of type float
def conv_output_size(size, kernel, stride, padding):
    places = {"same": size, "valid": size - kernel + 1}.get(padding, 0)
    if places <= 0:
        raise ValueError(f"{padding}: nothing is left of {size} pixels")
    return np.ceil(places / stride)
