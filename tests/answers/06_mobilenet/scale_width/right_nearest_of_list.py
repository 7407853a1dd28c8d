# Chooses the nearest of all multiples
def scale_width(filters, alpha, divisor=8):
    exact = alpha * filters
    multiples = range(divisor, int(exact) + 3 * divisor, divisor)
    width = min(multiples, key=lambda multiple: (abs(multiple - exact), -multiple))
    while width < 0.9 * exact:
        width += divisor
    return width
