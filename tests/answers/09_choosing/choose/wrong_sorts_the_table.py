# Sorts the table that it was given
# message: changed the table
def choose(table, max_parameters=None, max_latency_ms=None):
    table.sort(key=lambda row: (-row["accuracy"], row["parameters"]))
    for row in table:
        if max_parameters is not None and row["parameters"] > max_parameters:
            continue
        if max_latency_ms is not None and row["latency_ms"] > max_latency_ms:
            continue
        return row["name"]
    raise ValueError
