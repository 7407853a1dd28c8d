# Returns a text
# message: cost_ratio(…) should be a number
def cost_ratio(kernel, filters):
    return f"{1 / filters + 1 / kernel**2:.4f}"
