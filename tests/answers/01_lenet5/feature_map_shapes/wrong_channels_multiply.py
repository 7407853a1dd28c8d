# Multiplies the filters of C3 by the maps that come in
# message: C3: the number of channels
feature_map_shapes = {
    "C1": (24, 24, 6),
    "S2": (12, 12, 6),
    "C3": (8, 8, 96),
    "S4": (4, 4, 96),
    "C5": (4, 4, 120),
}
