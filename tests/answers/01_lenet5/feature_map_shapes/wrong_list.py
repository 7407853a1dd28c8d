# A list of shapes instead of a dictionary
# message: dict
feature_map_shapes = [(24, 24, 6), (12, 12, 6), (8, 8, 16), (4, 4, 16), (4, 4, 120)]
