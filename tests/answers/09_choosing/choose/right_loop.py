# One pass that keeps the best so far
def choose(table, max_parameters=None, max_latency_ms=None):
    best = None
    for row in table:
        if max_parameters is not None and row["parameters"] > max_parameters:
            continue
        if max_latency_ms is not None and row["latency_ms"] > max_latency_ms:
            continue
        if best is None or row["accuracy"] > best["accuracy"]:
            best = row
        elif row["accuracy"] == best["accuracy"] and row["parameters"] < best["parameters"]:
            best = row
    if best is None:
        raise ValueError("none fits")
    return best["name"]
