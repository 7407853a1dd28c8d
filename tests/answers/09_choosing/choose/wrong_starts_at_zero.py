# Never chooses a row with an accuracy of 0
# message: choose should give A
def choose(table, max_parameters=None, max_latency_ms=None):
    best, name, parameters = 0, None, 0
    for row in table:
        if max_parameters is not None and row["parameters"] > max_parameters:
            continue
        if max_latency_ms is not None and row["latency_ms"] > max_latency_ms:
            continue
        tie = row["accuracy"] == best and row["parameters"] < parameters
        if row["accuracy"] > best or tie:
            best, name, parameters = row["accuracy"], row["name"], row["parameters"]
    if name is None:
        raise ValueError
    return name
