# Two stable sorts, one after the other
def choose(table, max_parameters=None, max_latency_ms=None):
    rows = sorted(table, key=lambda row: row["parameters"])
    rows = sorted(rows, key=lambda row: row["accuracy"], reverse=True)
    for row in rows:
        fits = max_parameters is None or row["parameters"] <= max_parameters
        if fits and (max_latency_ms is None or row["latency_ms"] <= max_latency_ms):
            return row["name"]
    raise ValueError
