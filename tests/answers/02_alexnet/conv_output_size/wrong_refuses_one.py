# Refuses a window that covers the whole picture
# message: nothing is left
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        raise ValueError(padding)
    if padding == "valid" and kernel >= size:
        raise ValueError("nothing is left")
    return output
