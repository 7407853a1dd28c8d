# Pads half a kernel on each side, one zero too many for even kernels
# message: Draw the positions of the window
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = (size + 2 * (kernel // 2) - kernel) // stride + 1
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        raise ValueError(padding)
    if output < 1:
        raise ValueError("nothing is left")
    return output
