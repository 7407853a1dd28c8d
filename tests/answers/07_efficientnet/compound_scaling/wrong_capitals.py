# Keys with capitals
# message: Check spelling and case
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "FLOPs": (alpha * beta**2 * gamma**2) ** phi,
    }
