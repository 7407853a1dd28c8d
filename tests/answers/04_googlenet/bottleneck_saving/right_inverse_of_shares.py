# One over the sum of two shares of the direct way
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = filters * (1 + channels * kernel**2)
    squeeze = (reduced + reduced * channels) / direct
    widen = filters * (1 + reduced * kernel**2) / direct
    return 1.0 / (squeeze + widen)
