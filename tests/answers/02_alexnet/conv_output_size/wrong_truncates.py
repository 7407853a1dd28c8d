# int() cuts towards zero, so that a window that does not fit may leave 1
# message: should raise ValueError, but
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = int((size - kernel) / stride) + 1
    else:
        raise ValueError(padding)
    if output < 1:
        raise ValueError("nothing is left")
    return output
