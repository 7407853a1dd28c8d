# NumPy, returned as a float
def scale_width(filters, alpha, divisor=8):
    exact = np.float64(alpha) * filters
    width = np.maximum(divisor, np.floor(exact / divisor + 0.5) * divisor)
    return width + divisor if width < 0.9 * exact else width
