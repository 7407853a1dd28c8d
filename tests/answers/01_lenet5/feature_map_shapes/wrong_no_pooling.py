# Leaves the side as it is when pooling
# message: C3: the height and width
feature_map_shapes = {
    "C1": (24, 24, 6),
    "S2": (24, 24, 6),
    "C3": (20, 20, 16),
    "S4": (20, 20, 16),
    "C5": (20, 20, 120),
}
