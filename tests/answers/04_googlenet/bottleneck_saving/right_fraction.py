# Exact fractions
from fractions import Fraction


def bottleneck_saving(channels, reduced, filters, kernel):
    weights = kernel * kernel
    return Fraction(
        filters * (weights * channels + 1),
        reduced * (channels + 1) + filters * (weights * reduced + 1),
    )
