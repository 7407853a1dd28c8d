# Leaves out what is equal to the limit
# message: choose should give
def choose(table, max_parameters=None, max_latency_ms=None):
    rows = [
        row
        for row in table
        if (max_parameters is None or row["parameters"] < max_parameters)
        and (max_latency_ms is None or row["latency_ms"] < max_latency_ms)
    ]
    if not rows:
        raise ValueError
    return min(rows, key=lambda row: (-row["accuracy"], row["parameters"]))["name"]
