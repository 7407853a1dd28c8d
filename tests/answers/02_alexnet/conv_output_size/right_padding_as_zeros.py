# The formula with p zeros on either side: floor((n + p - k) / s) + 1
def conv_output_size(size, kernel, stride, padding):
    match padding:
        case "valid":
            zeros = 0
        case "same":
            zeros = kernel - 1
        case _:
            raise ValueError(f"padding should be same or valid, not {padding}")
    if size + zeros < kernel:
        raise ValueError("the kernel is larger than the picture")
    return (size + zeros - kernel) // stride + 1
