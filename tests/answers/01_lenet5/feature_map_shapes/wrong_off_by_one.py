# Uses n - k in place of n - k + 1
# message: C1: the height and width
feature_map_shapes = {
    "C1": (23, 23, 6),
    "S2": (11, 11, 6),
    "C3": (6, 6, 16),
    "S4": (3, 3, 16),
    "C5": (3, 3, 120),
}
