# A stack of layers still to look at, no recursion
def count_macs(model):
    waiting, total = list(model.layers), 0
    while waiting:
        layer = waiting.pop()
        kind = type(layer).__name__
        if hasattr(layer, "layers"):
            waiting.extend(layer.layers)
        elif kind == "Conv2D":
            shape = layer.output.shape
            weights = layer.get_weights()[0]
            total += shape[1] * shape[2] * weights.size
        elif kind == "Dense":
            total += layer.get_weights()[0].size
    return total
