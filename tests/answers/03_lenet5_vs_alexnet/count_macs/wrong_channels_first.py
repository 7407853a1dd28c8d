# Takes the first axes of the output for channels and height
# message: multiply-adds are 486
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            _, _, height, width = layer.output.shape
            total += height * width * int(np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total
