# A function that counts one convolution
def parameters(channels, filters, kernel):
    return channels * filters * kernel * kernel + filters


def bottleneck_saving(channels, reduced, filters, kernel):
    direct = parameters(channels, filters, kernel)
    return direct / (parameters(channels, reduced, 1) + parameters(reduced, filters, kernel))
