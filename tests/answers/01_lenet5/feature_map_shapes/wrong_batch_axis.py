# Keeps the batch axis of model.summary()
# message: three whole numbers
feature_map_shapes = {
    "C1": (None, 24, 24, 6),
    "S2": (None, 12, 12, 6),
    "C3": (None, 8, 8, 16),
    "S4": (None, 4, 4, 16),
    "C5": (None, 4, 4, 120),
}
