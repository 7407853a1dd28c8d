# A loop that takes whole phi only
# message: hidden test
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    d = w = r = 1
    for _ in range(phi):
        d, w, r = d * alpha, w * beta, r * gamma
    return {"depth": d, "width": w, "resolution": r, "flops": d * w**2 * r**2}
