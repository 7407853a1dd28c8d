# The usual formulas, with floor and ceil
import math


def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        output = math.ceil(size / stride)
    elif padding == "valid":
        output = math.floor((size - kernel) / stride) + 1
    else:
        raise ValueError("padding must be same or valid")
    if output <= 0:
        raise ValueError("nothing is left")
    return output
