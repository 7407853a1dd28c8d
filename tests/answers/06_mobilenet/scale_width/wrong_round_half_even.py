# Python's round takes ties to the even number
# message: look at step 2
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, round(exact / divisor) * divisor)
    return width + divisor if width < 0.9 * exact else width
