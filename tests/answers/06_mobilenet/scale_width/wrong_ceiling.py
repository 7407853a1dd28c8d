# Rounds up
# message: which is nearer
from math import ceil


def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    return max(divisor, ceil(exact / divisor) * divisor)
