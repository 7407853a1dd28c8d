# Writes (channels, height, width)
# message: The order is
feature_map_shapes = {
    "C1": (6, 24, 24),
    "S2": (6, 12, 12),
    "C3": (16, 8, 8),
    "S4": (16, 4, 4),
    "C5": (120, 4, 4),
}
