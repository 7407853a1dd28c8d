# Refuses kernels larger than the picture with same padding too
# message: nothing is left
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        raise ValueError(padding)
    if kernel > size:
        raise ValueError("nothing is left")
    return output
