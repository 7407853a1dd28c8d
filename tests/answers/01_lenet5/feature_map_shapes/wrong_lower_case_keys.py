# Writes the keys in lower case
# message: keys
feature_map_shapes = {
    "c1": (24, 24, 6),
    "s2": (12, 12, 6),
    "c3": (8, 8, 16),
    "s4": (4, 4, 16),
    "c5": (4, 4, 120),
}
