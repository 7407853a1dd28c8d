# Counts biases
# message: a ratio of
def cost_ratio(kernel, filters):
    channels = 64
    standard = kernel**2 * channels * filters + filters
    separable = kernel**2 * channels + channels + channels * filters + filters
    return separable / standard
