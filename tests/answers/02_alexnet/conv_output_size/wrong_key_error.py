# Raises KeyError for an unknown padding
# message: KeyError
def conv_output_size(size, kernel, stride, padding):
    places = {"same": size, "valid": size - kernel + 1}[padding]
    if places < 1:
        raise ValueError("nothing is left")
    return -(-places // stride)
