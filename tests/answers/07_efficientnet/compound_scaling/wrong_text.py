# Texts in place of numbers
# message: should be a number
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": f"{alpha**phi:.2f}",
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": (alpha * beta**2 * gamma**2) ** phi,
    }
