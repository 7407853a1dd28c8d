# With the remainder
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    rest = exact % divisor
    width = exact - rest
    if rest >= divisor / 2:
        width += divisor
    if width < divisor:
        width = divisor
    if width < 0.9 * exact:
        width += divisor
    return int(width)
