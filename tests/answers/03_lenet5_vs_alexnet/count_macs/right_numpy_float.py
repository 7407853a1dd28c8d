# NumPy products, and a whole float at the end
def count_macs(model):
    def work(layer):
        if hasattr(layer, "layers"):
            return sum(map(work, layer.layers))
        if isinstance(layer, keras.layers.Conv2D):
            return np.prod(layer.output.shape[1:3]) * np.prod(layer.kernel.shape)
        if isinstance(layer, keras.layers.Dense):
            return np.prod(layer.kernel.shape)
        return 0

    return float(work(model))
