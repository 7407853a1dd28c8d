# A single fraction
def cost_ratio(kernel, filters):
    return (filters + kernel**2) / (filters * kernel**2)
