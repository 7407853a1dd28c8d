# The parameters of a layer less its biases are the weights of its kernel
def count_macs(model):
    total = 0
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            total += count_macs(layer)
        elif isinstance(layer, (keras.layers.Conv2D, keras.layers.Dense)):
            weights = layer.count_params() - (layer.bias.shape[0] if layer.use_bias else 0)
            positions = np.prod(layer.output.shape[1:-1], dtype=int)
            total += weights * positions
    return int(total)
