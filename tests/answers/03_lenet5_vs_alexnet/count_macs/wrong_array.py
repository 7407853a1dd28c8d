# Returns an array of one number
# message: whole number
def count_macs(model):
    total = np.zeros(1, dtype=int)
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            total += np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape)
        elif isinstance(layer, keras.layers.Dense):
            total += np.prod(layer.kernel.shape)
    return total
