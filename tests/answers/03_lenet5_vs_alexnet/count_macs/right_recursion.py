# Recursion, with the sizes of the output tensor
def count_macs(model):
    total = 0
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            total += count_macs(layer)
        if isinstance(layer, keras.layers.Conv2D):
            n, h, w, c = layer.output.shape
            kh, kw, c_in, c_out = layer.kernel.shape
            total += h * w * c_out * kh * kw * c_in
        if isinstance(layer, keras.layers.Dense):
            total += layer.kernel.shape[0] * layer.kernel.shape[1]
    return total
