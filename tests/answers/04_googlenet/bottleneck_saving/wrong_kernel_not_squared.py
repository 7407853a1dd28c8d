# Does not square the kernel
# message: 192, reduced=16, filters=32, kernel=5 the direct way has 9.650
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel * channels + 1) * filters
    narrow = (channels + 1) * reduced + (kernel * reduced + 1) * filters
    return direct / narrow
