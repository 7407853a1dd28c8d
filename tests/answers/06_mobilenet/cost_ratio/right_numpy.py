# NumPy number
def cost_ratio(kernel, filters):
    return np.reciprocal(float(filters)) + np.power(float(kernel), -2)
