# Believes that every convolution pads
# message: C1: the height and width
feature_map_shapes = {
    "C1": (28, 28, 6),
    "S2": (14, 14, 6),
    "C3": (14, 14, 16),
    "S4": (7, 7, 16),
    "C5": (7, 7, 120),
}
