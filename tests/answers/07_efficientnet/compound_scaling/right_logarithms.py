# Exponentials of logarithms
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    logs = {"depth": np.log(alpha), "width": np.log(beta), "resolution": np.log(gamma)}
    logs["flops"] = logs["depth"] + 2 * logs["width"] + 2 * logs["resolution"]
    return {name: np.exp(phi * log) for name, log in logs.items()}
