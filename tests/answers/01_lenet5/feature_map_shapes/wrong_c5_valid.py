# Overlooks that C5 pads: 4 - 5 + 1 = 0
# message: C5: the height and width
feature_map_shapes = {
    "C1": (24, 24, 6),
    "S2": (12, 12, 6),
    "C3": (8, 8, 16),
    "S4": (4, 4, 16),
    "C5": (0, 0, 120),
}
