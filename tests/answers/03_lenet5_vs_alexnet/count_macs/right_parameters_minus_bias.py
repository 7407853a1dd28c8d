# From the parameters: those without the bias, times the positions of the output
def count_macs(model):
    total = np.int64(0)
    for layer in model.layers:
        if isinstance(layer, (keras.Sequential, keras.Model)):
            total += count_macs(layer)
            continue
        if not isinstance(layer, (keras.layers.Conv2D, keras.layers.Dense)):
            continue
        biases = layer.bias.shape[0] if layer.use_bias else 0
        positions = 1
        for size in layer.output.shape[1:-1]:
            positions *= size
        total += positions * (layer.count_params() - biases)
    return total
