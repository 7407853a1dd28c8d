# NumPy all the way: comes back as np.int64
def count_macs(model):
    counts = [np.int64(0)]
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            counts.append(count_macs(layer))
        elif isinstance(layer, keras.layers.Conv2D):
            counts.append(np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape))
        elif isinstance(layer, keras.layers.Dense):
            counts.append(np.prod(layer.kernel.shape))
    return np.sum(counts)
