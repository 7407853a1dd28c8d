# Every dimension enters once
# message: "flops" should be 1.92027, but it is 1.51800
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": (alpha * beta * gamma) ** phi,
    }
