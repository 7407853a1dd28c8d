# A generator that walks through the nested models, and a sum
def every_layer(model):
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from every_layer(layer)
        else:
            yield layer


def work(layer):
    match layer:
        case keras.layers.Conv2D():
            return keras.ops.size(layer.kernel) * layer.output.shape[1] * layer.output.shape[2]
        case keras.layers.Dense():
            return keras.ops.size(layer.kernel)
    return 0


def count_macs(model):
    return int(sum(work(layer) for layer in every_layer(model)))
