# Forgets the bias of the 1×1 convolution
# message: 192, reduced=16, filters=32, kernel=5 the direct way has 9.650
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel**2 * channels + 1) * filters
    narrow = channels * reduced + (kernel**2 * reduced + 1) * filters
    return direct / narrow
