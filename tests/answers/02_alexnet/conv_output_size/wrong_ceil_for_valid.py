# Rounds up with valid padding
# message: Draw the positions of the window
import math


def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = -(-size // stride)
    elif padding == "valid":
        output = math.ceil((size - kernel) / stride) + 1
    else:
        raise ValueError(padding)
    if output < 1:
        raise ValueError("nothing is left")
    return output
