# Looks into the models inside, but not into those inside these
# message: Work one layer out by hand
def count_macs(model):
    layers = []
    for layer in model.layers:
        layers += layer.layers if hasattr(layer, "layers") else [layer]
    total = 0
    for layer in layers:
        if isinstance(layer, keras.layers.Conv2D):
            total += int(np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
