# Keys of its own
# message: should have the keys
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "d": alpha**phi,
        "w": beta**phi,
        "r": gamma**phi,
        "flops": (alpha * beta**2 * gamma**2) ** phi,
    }
