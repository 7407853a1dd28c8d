# Whole, though as a float
def count_macs(model):
    total = 0.0
    for layer in model.layers:
        if isinstance(layer, (keras.Sequential, keras.models.Model)):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            total += np.prod(layer.output.shape[1:3], dtype=float) * np.prod(layer.kernel.shape, dtype=float)
        elif isinstance(layer, keras.layers.Dense):
            total += np.prod(layer.kernel.shape, dtype=float)
    return total
