# Floor division, as in the code of MobileNetV2
def scale_width(filters, alpha, divisor=8):
    exact = filters * alpha
    width = max(divisor, int(exact + divisor / 2) // divisor * divisor)
    if width < 0.9 * exact:
        width += divisor
    return width
