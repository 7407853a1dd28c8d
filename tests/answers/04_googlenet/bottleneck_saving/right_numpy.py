# Shapes of kernels and biases, and np.prod
def bottleneck_saving(channels, reduced, filters, kernel):
    direct = [(kernel, kernel, channels, filters), (filters,)]
    narrow = [(1, 1, channels, reduced), (reduced,), (kernel, kernel, reduced, filters), (filters,)]
    sizes = [np.sum([np.prod(shape) for shape in shapes]) for shapes in (direct, narrow)]
    return np.float64(sizes[0] / sizes[1])
