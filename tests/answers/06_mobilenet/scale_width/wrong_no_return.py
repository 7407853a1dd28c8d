# Has no return statement
# message: scale_width(…) should be a number
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, int(exact / divisor + 0.5) * divisor)
    if width < 0.9 * exact:
        width += divisor
