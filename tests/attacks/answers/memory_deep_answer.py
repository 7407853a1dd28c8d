# An answer of lists in lists in lists
# task: feature_map_shapes
# stock nbgrader: no points
feature_map_shapes = []
for _ in range(100_000):
    feature_map_shapes = [feature_map_shapes]
