# Built-in pow, the multiplications from the three growths
def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    depth, width, resolution = pow(alpha, phi), pow(beta, phi), pow(gamma, phi)
    return {"depth": depth, "width": width, "resolution": resolution, "flops": depth * width**2 * resolution**2}
