# Multiplies the two shares
# message: a ratio of
def cost_ratio(kernel, filters):
    return 1 / filters * 1 / kernel**2
