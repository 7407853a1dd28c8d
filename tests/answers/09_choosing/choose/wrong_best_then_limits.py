# Chooses first and looks at the limits afterwards
# message: choose should give
def choose(table, max_parameters=None, max_latency_ms=None):
    best = min(table, key=lambda row: (-row["accuracy"], row["parameters"]))
    if max_parameters is not None and best["parameters"] > max_parameters:
        raise ValueError
    if max_latency_ms is not None and best["latency_ms"] > max_latency_ms:
        raise ValueError
    return best["name"]
