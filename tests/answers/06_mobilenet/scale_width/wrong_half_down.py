# Ties go down
# message: look at step 2
from math import ceil


def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    width = max(divisor, ceil(exact / divisor - 0.5) * divisor)
    return width + divisor if width < 0.9 * exact else width
