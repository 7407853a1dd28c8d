# Gives the number of values instead of the shape
# message: three whole numbers
feature_map_shapes = {
    "C1": 3456,
    "S2": 864,
    "C3": 1024,
    "S4": 256,
    "C5": 1920,
}
