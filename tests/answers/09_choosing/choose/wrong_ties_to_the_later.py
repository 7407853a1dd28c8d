# Breaks the last tie in favour of the later row
# message: choose should give
def choose(table, max_parameters=None, max_latency_ms=None):
    best = None
    for row in table:
        if max_parameters is not None and row["parameters"] > max_parameters:
            continue
        if max_latency_ms is not None and row["latency_ms"] > max_latency_ms:
            continue
        key = (row["accuracy"], -row["parameters"])
        if best is None or key >= best[0]:
            best = key, row["name"]
    if best is None:
        raise ValueError
    return best[1]
