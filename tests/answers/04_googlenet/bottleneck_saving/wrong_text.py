# Returns a text
# message: bottleneck_saving(…) should be a number
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = (kernel**2 * channels + 1) * filters
    narrow = (channels + 1) * reduced + (kernel**2 * reduced + 1) * filters
    return f"{direct / narrow:.4f}"
