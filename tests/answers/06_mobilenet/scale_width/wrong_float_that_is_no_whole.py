# A number that is no whole one
# message: should be a whole number
def scale_width(filters, alpha, divisor=8):
    return max(divisor, alpha * filters / divisor + 0.5) * 1.01
