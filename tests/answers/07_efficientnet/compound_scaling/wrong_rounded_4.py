# Rounds to four decimals
# message: by hand, unrounded
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    result = {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": (alpha * beta**2 * gamma**2) ** phi,
    }
    return {name: np.round(value, 4) for name, value in result.items()}
