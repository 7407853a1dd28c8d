# An exact fraction, made a float at the end
from fractions import Fraction


def cost_ratio(kernel, filters):
    return float(Fraction(1, int(filters)) + Fraction(1, int(kernel)) ** 2)
