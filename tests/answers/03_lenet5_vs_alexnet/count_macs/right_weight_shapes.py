# The number of axes of a weight tells what kind of layer it belongs to
def count_macs(model):
    total = 0
    for layer in model.layers:
        if getattr(layer, "layers", None):
            total += count_macs(layer)
            continue
        for weight in layer.get_weights():
            if weight.ndim == 4:
                total += weight.size * layer.output.shape[1] * layer.output.shape[2]
            elif weight.ndim == 2:
                total += weight.size
    return total
