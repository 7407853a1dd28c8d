# Rounds to two decimals
# message: a ratio of
def cost_ratio(kernel, filters):
    return round(1 / filters + 1 / kernel**2, 2)
