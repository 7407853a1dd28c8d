# Takes a divisor away where rounding up added more than a tenth
# message: look at step 2
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    if width > 1.1 * exact and width > divisor:
        width -= divisor
    return width
