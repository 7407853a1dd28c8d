# Tries downwards first, then asks what is lost
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    lower = int(exact // divisor) * divisor
    if lower >= divisor and exact - lower < divisor / 2 and lower >= 0.9 * exact:
        return lower
    return lower + divisor
