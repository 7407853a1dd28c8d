# Compares with filters instead of alpha · filters
# message: which is nearer
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    return width + divisor if width < 0.9 * filters else width
