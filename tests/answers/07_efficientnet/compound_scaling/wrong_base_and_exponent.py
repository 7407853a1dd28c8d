# Base and exponent changed round
# message: "depth" should be 1.20000, but it is 1.00000
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": phi**alpha,
        "width": phi**beta,
        "resolution": phi**gamma,
        "flops": (alpha * beta**2 * gamma**2) ** phi,
    }
