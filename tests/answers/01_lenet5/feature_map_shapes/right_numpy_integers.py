# NumPy whole numbers in an ordered dictionary
from collections import OrderedDict

sides, channels = np.array([24, 12, 8, 4, 4]), np.array([6, 6, 16, 16, 120])
feature_map_shapes = OrderedDict(
    (name, (side, side, depth)) for name, side, depth in zip(["C1", "S2", "C3", "S4", "C5"], sides, channels)
)
