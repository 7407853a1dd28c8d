# Adds where less than 1.1 times
# message: Look at step 4
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    return width + divisor if width < 0.8 * exact else width
