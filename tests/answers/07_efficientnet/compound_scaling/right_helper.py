# A function of its own, and a dictionary filled step by step
import math


def growth(base, steps, times=1):
    return math.prod([base] * times) ** steps


def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    result = dict()
    result["depth"] = growth(alpha, phi)
    result["width"] = growth(beta, phi)
    result["resolution"] = growth(gamma, phi)
    result["flops"] = growth(alpha, phi) * growth(beta, phi, 2) * growth(gamma, phi, 2)
    return result
