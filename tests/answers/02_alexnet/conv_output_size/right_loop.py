# Moves the window one stride at a time
def conv_output_size(size, kernel, stride, padding):
    if padding == "same":
        kernel = 1
    elif padding != "valid":
        raise ValueError("padding")
    start, count = 0, 0
    while start + kernel <= size:
        count += 1
        start += stride
    if count == 0:
        raise ValueError("size")
    return count
