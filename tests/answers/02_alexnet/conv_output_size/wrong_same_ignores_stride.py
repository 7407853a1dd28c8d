# Same padding keeps the size, whatever the stride
# message: Draw the positions of the window
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = size
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        raise ValueError(padding)
    if output < 1:
        raise ValueError("nothing is left")
    return output
