# Takes a limit of 0 for no limit
# message: choose should give
def choose(table, max_parameters=None, max_latency_ms=None):
    rows = table
    if max_parameters:
        rows = [row for row in rows if row["parameters"] <= max_parameters]
    if max_latency_ms:
        rows = [row for row in rows if row["latency_ms"] <= max_latency_ms]
    if not rows:
        raise ValueError
    return min(rows, key=lambda row: (-row["accuracy"], row["parameters"]))["name"]
