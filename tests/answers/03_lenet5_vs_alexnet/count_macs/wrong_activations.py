# Counts one for each value of all other layers
# message: Work one layer out by hand
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            _, height, width, _ = layer.output.shape
            total += height * width * int(np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
        else:
            total += int(np.prod(layer.output.shape[1:]))
    return total
