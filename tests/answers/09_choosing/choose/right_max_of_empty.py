# max, which raises ValueError by itself where nothing fits
def choose(table, max_parameters=None, max_latency_ms=None):
    rows = list(table)
    if max_parameters is not None:
        rows = [row for row in rows if row["parameters"] <= max_parameters]
    if max_latency_ms is not None:
        rows = [row for row in rows if row["latency_ms"] <= max_latency_ms]
    return max(rows, key=lambda row: (row["accuracy"], -row["parameters"]))["name"]
