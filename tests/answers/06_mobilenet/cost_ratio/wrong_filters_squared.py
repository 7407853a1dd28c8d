# Squares filters as well
# message: a ratio of
def cost_ratio(kernel, filters):
    return 1 / filters**2 + 1 / kernel**2
