# In per cent
# message: a ratio of
def cost_ratio(kernel, filters):
    return 100 * (1 / filters + 1 / kernel**2)
