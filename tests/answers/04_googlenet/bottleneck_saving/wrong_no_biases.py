# Forgets the biases
# message: 192, reduced=16, filters=32, kernel=5 the direct way has 9.650
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = kernel**2 * channels * filters
    narrow = channels * reduced + kernel**2 * reduced * filters
    return direct / narrow
