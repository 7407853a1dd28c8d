# Halves with /, so that some sizes are whole numbers of type float
feature_map_shapes = {"C1": (24, 24, 6)}
feature_map_shapes["S2"] = (24 / 2, 24 / 2, 6)
feature_map_shapes["C3"] = (12 / 1 - 4, 12 / 1 - 4, 16)
feature_map_shapes["S4"] = (8 / 2, 8 / 2, 16)
feature_map_shapes["C5"] = (8 / 2, 8 / 2, 120)
