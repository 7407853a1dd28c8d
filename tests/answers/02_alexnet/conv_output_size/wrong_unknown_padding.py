# Takes every other padding for valid
# message: should raise ValueError, but
def conv_output_size(size, kernel, stride, padding):
    output = -(-size // stride) if padding == "same" else (size - kernel) // stride + 1
    if output < 1:
        raise ValueError("nothing is left")
    return output
