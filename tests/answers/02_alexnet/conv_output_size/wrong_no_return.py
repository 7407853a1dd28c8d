# Prints the result in place of returning it
# message: a whole number
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = (size - kernel) // stride + 1
    else:
        raise ValueError(padding)
    if output < 1:
        raise ValueError("nothing is left")
    print(output)
