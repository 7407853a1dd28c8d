# Adds to a total outside the function, which never starts afresh
# message: but you count
total = 0


def count_macs(model):
    global total
    for layer in model.layers:
        if hasattr(layer, "layers"):
            count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            total += int(np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
