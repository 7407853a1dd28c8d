# Takes the rule of thumb for the rule
# message: "flops" should be 1.92027, but it is 2.00000
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    return {
        "depth": alpha**phi,
        "width": beta**phi,
        "resolution": gamma**phi,
        "flops": 2**phi,
    }
