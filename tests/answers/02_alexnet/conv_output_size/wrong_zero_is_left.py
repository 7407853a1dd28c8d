# Raises below 0 only
# message: should raise ValueError, but
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        raise ValueError(padding)
    if output < 0:
        raise ValueError("nothing is left")
    return output
