# Goes by the name of a layer in place of its type
# message: Work one layer out by hand
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif layer.name.startswith("conv"):
            _, height, width, _ = layer.output.shape
            total += height * width * int(np.prod(layer.kernel.shape))
        elif layer.name.startswith("dense"):
            total += int(np.prod(layer.kernel.shape))
    return total
