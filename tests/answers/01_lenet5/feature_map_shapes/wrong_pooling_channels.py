# Halves the channels too when pooling
# message: Pooling works on each map
feature_map_shapes = {
    "C1": (24, 24, 6),
    "S2": (12, 12, 3),
    "C3": (8, 8, 16),
    "S4": (4, 4, 8),
    "C5": (4, 4, 120),
}
