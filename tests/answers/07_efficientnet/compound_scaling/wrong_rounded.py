# Rounds to two decimals
# message: "flops" should be 1.92027, but it is 1.92000
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    result = {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": (alpha * beta**2 * gamma**2) ** phi,
    }
    return {name: round(value, 2) for name, value in result.items()}
