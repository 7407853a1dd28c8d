# Works the output size out as if every stride were 1
# message: Work one layer out by hand
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            height, width = (size if layer.padding == "same" else size - k + 1 for size, k in zip(layer.input.shape[1:3], layer.kernel_size))
            total += height * width * int(np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
