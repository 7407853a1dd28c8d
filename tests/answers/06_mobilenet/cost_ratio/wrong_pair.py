# Returns the two shares apart
# message: cost_ratio(…) should be a number
def cost_ratio(kernel, filters):
    return 1 / filters, 1 / kernel**2
