# Counts the bias of the direct way only
# message: you have 9.67
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel**2 * channels + 1) * filters
    narrow = channels * reduced + kernel**2 * reduced * filters
    return direct / narrow
