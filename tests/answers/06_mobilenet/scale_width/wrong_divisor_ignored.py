# Multiples of 8, whatever the divisor
# message: divisor=
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(8, int(exact / 8 + 0.5) * 8)
    return width + 8 if width < 0.9 * exact else width
