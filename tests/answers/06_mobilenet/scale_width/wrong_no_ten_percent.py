# The rule of ten per cent is missing
# message: Look at step 4
def scale_width(filters, alpha, divisor=8):
    return max(divisor, int(alpha * filters / divisor + 0.5) * divisor)
