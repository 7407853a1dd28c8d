# Counts one bias a layer, not one a filter
# message: 192, reduced=16, filters=32, kernel=5 the direct way has 9.650
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = kernel**2 * channels * filters + 1
    narrow = channels * reduced + 1 + kernel**2 * reduced * filters + 1
    return direct / narrow
