# Leaves phi out of the multiplications
# message: For phi=2, alpha=1.2, beta=1.1, gamma=1.15, "flops"
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": alpha * beta**2 * gamma**2,
    }
