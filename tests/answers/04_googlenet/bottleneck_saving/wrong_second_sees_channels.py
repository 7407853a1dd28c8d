# The second convolution still sees all channels
# message: 192, reduced=16, filters=32, kernel=5 the direct way has 9.650
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel**2 * channels + 1) * filters
    narrow = (channels + 1) * reduced + (kernel**2 * channels + 1) * filters
    return direct / narrow
