# Is content with one of the two limits
# message: choose should give
def choose(table, max_parameters=None, max_latency_ms=None):
    rows = [
        row
        for row in table
        if (max_parameters is not None and row["parameters"] <= max_parameters)
        or (max_latency_ms is not None and row["latency_ms"] <= max_latency_ms)
        or (max_parameters is None and max_latency_ms is None)
    ]
    if not rows:
        raise ValueError
    return min(rows, key=lambda row: (-row["accuracy"], row["parameters"]))["name"]
