# Ignores the three numbers that are given
# message: "depth" should be
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": 1.2**phi,
        "width": 1.1**phi,
        "resolution": 1.15**phi,
        "flops": (1.2 * 1.1**2 * 1.15**2) ** phi,
    }
