# Counts the multiplications of a map of 28×28
# message: 192, reduced=16, filters=32, kernel=5 the direct way has 9.650
def bottleneck_saving(channels, reduced, filters, kernel):
    size = 28 * 28
    direct = size * kernel**2 * channels * filters
    narrow = size * channels * reduced + size * kernel**2 * reduced * filters
    return direct / narrow
