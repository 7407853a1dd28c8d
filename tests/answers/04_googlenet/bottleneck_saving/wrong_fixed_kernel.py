# Writes the 5×5 of the example into the formula
# message: kernel=1 the direct way
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (25 * channels + 1) * filters
    narrow = (channels + 1) * reduced + (25 * reduced + 1) * filters
    return direct / narrow
