# Scales a rounded width
# message: which is nearer
def scale_width(filters, alpha, divisor=8):
    rounded = max(divisor, int(filters / divisor + 0.5) * divisor)
    return alpha * rounded
