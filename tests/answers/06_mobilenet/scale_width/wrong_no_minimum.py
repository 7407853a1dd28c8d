# No minimum
# message: Look at step 3
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = int(exact / divisor + 0.5) * divisor
    return width if width >= 0.9 * exact or not width else width + divisor
