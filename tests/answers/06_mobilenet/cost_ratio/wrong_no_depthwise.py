# Forgets the depthwise convolution
# message: a ratio of
def cost_ratio(kernel, filters):
    return 1 / kernel**2
