# Adds a divisor wherever little is lost
# message: which is nearer
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    if width > 0.9 * exact:
        width += divisor
    return width
