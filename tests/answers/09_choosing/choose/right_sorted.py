# No budget is an infinite one; sorted by two keys
def choose(table, max_parameters=None, max_latency_ms=None):
    most = float("inf") if max_parameters is None else max_parameters
    slowest = float("inf") if max_latency_ms is None else max_latency_ms
    rows = [r for r in table if r["parameters"] <= most and r["latency_ms"] <= slowest]
    if len(rows) == 0:
        raise ValueError("nothing fits")
    return sorted(rows, key=lambda r: (-r["accuracy"], r["parameters"]))[0]["name"]
