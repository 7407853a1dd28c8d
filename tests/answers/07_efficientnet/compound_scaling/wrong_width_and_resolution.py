# Width and resolution changed round
# message: "width" should be 1.10000, but it is 1.15000
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha**phi,
        "resolution": beta**phi,
        "width": gamma**phi,
        "flops": (alpha * beta**2 * gamma**2) ** phi,
    }
