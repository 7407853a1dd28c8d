# Forgets the convolutions
# message: multiply-adds are 486
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
