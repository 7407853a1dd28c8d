# Has no return statement
# message: cost_ratio(…) should be a number
def cost_ratio(kernel, filters):
    ratio = 1 / filters + 1 / kernel**2
