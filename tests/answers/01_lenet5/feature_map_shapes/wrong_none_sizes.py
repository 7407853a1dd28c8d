# Leaves the sizes that it does not know as None
# message: three whole numbers
feature_map_shapes = {
    "C1": (24, 24, 6),
    "S2": (12, 12, 6),
    "C3": (8, 8, 16),
    "S4": (4, 4, 16),
    "C5": (None, None, 120),
}
