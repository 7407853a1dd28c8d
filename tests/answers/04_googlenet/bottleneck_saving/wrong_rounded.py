# Rounds to two decimals
# message: do not round
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel**2 * channels + 1) * filters
    narrow = (channels + 1) * reduced + (kernel**2 * reduced + 1) * filters
    return round(direct / narrow, 2)
