# An array of powers
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    growth = np.power([alpha, beta, gamma], phi)
    total = np.prod(growth ** np.array([1, 2, 2]))
    return dict(zip(("depth", "width", "resolution", "flops"), (*growth, total)))
