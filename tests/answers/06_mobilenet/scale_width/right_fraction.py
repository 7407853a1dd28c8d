# Exact fractions
from fractions import Fraction
from math import floor


def scale_width(filters, alpha, divisor=8):
    exact = Fraction(alpha) * filters
    steps = max(1, floor(exact / divisor + Fraction(1, 2)))
    steps += 10 * steps * divisor < 9 * exact
    return steps * divisor
