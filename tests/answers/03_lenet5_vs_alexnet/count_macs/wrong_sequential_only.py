# Looks only into models that are Sequential
# message: Work one layer out by hand
def count_macs(model):
    total = 0
    for layer in model.layers:
        if isinstance(layer, keras.Sequential):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            _, height, width, _ = layer.output.shape
            total += height * width * int(np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
