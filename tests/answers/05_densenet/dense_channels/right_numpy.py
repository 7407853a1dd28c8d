# An array of NumPy
def dense_channels(initial, num_layers, growth_rate):
    return initial + growth_rate * np.arange(num_layers + 1)
