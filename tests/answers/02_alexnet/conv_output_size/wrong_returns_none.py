# Returns None for an unknown padding
# message: should raise ValueError, but
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        return None
    if output < 1:
        raise ValueError("nothing is left")
    return output
