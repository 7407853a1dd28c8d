# Counts the inner model, but drops what it counted
# message: Work one layer out by hand
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            total += int(np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
