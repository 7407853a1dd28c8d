# Counts the positions with range
def conv_output_size(size, kernel, stride, padding):
    if padding not in ["same", "valid"]:
        raise ValueError(f"unknown padding: {padding}")
    last = size if padding == "same" else size - kernel + 1
    positions = list(range(0, last, stride))
    if not positions:
        raise ValueError("the window does not fit")
    return len(positions)
