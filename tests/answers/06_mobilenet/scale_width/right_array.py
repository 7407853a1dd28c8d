# An array of one number
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    return np.array(width + divisor * (width < 0.9 * exact))
