# Forgets the pointwise convolution
# message: a ratio of
def cost_ratio(kernel, filters):
    return 1 / filters
