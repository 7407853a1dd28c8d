# Returns the four numbers without their names
# message: should be a dict
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return alpha**phi, beta**phi, gamma**phi, (alpha * beta**2 * gamma**2) ** phi
