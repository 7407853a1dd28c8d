# Returns a list, one number a layer
# message: whole number
def count_macs(model):
    counts = []
    for layer in model.layers:
        if hasattr(layer, "layers"):
            counts += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            counts.append(int(np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape)))
        elif isinstance(layer, keras.layers.Dense):
            counts.append(int(np.prod(layer.kernel.shape)))
    return counts
