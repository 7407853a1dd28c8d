# Rounds down
# message: which is nearer
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact // divisor) * divisor)
    return width + divisor if width < 0.9 * exact else width
