# Counts a multiplication and an addition as two
# message: but you count
def count_macs(model):
    total = 0
    for layer in model.layers:
        if hasattr(layer, "layers"):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            _, height, width, filters = layer.output.shape
            high, wide, channels, _ = layer.kernel.shape
            total += height * width * filters * high * wide * channels
        elif isinstance(layer, keras.layers.Dense):
            total += layer.kernel.shape[0] * layer.kernel.shape[1]
    return 2 * total
