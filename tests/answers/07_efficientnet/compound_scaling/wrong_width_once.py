# Squares the resolution only
# message: "flops" should be 1.92027
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": (alpha * beta * gamma**2) ** phi,
    }
