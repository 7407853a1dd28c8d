# Subtracts the kernel after dividing by the stride
# message: Draw the positions of the window
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = size // stride - kernel + 1
    else:
        raise ValueError(padding)
    return output
