# Gives the shapes of the network of 1998, which took 32×32 dots
# message: C1: the height and width
feature_map_shapes = {
    "C1": (28, 28, 6),
    "S2": (14, 14, 6),
    "C3": (10, 10, 16),
    "S4": (5, 5, 16),
    "C5": (1, 1, 120),
}
