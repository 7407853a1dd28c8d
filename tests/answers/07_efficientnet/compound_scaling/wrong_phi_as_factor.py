# phi as a factor, not an exponent
# message: For phi=2
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha * phi,
        "width": beta * phi,
        "resolution": gamma * phi,
        "flops": alpha * beta**2 * gamma**2 * phi,
    }
