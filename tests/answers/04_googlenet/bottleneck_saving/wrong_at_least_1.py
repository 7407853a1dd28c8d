# Never lets the ratio fall below 1
# message: kernel=1 the direct way has
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel**2 * channels + 1) * filters
    narrow = (channels + 1) * reduced + (kernel**2 * reduced + 1) * filters
    return max(1.0, direct / narrow)
