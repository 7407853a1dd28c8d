# Parentheses missing
# message: a ratio of
def cost_ratio(kernel, filters):
    return filters + kernel**2 / filters * kernel**2
