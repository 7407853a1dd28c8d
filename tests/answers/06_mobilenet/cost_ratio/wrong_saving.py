# Returns what is saved
# message: a ratio of
def cost_ratio(kernel, filters):
    return 1 - (1 / filters + 1 / kernel**2)
