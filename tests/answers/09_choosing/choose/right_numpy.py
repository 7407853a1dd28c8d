# Columns as arrays, a mask and lexsort
def choose(table, max_parameters=None, max_latency_ms=None):
    parameters = np.array([row["parameters"] for row in table], float)
    latency = np.array([row["latency_ms"] for row in table], float)
    accuracy = np.array([row["accuracy"] for row in table], float)
    fits = np.ones(len(table), bool)
    if max_parameters is not None:
        fits &= parameters <= max_parameters
    if max_latency_ms is not None:
        fits &= latency <= max_latency_ms
    if not fits.any():
        raise ValueError("nothing fits")
    order = np.lexsort((np.arange(len(table)), parameters, -accuracy))
    return table[[i for i in order if fits[i]][0]]["name"]
