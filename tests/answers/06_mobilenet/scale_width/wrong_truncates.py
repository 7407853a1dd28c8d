# Truncates alpha · filters first, as Keras's code does
# message: Look at step 4
def scale_width(filters, alpha, divisor=8):
    exact = int(alpha * filters)
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    return width + divisor if width < 0.9 * exact else width
