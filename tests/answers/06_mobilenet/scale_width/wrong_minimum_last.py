# Ten per cent before the minimum is in force, and no divisor more
# message: Look at step 3
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = int(exact / divisor + 0.5) * divisor
    if 0 < width < 0.9 * exact:
        width += divisor
    return max(divisor, 16, width)
