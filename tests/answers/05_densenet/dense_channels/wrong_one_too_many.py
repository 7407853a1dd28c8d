# Counts a layer that is not there
# message: list should hold 4 numbers, but it holds 5
def dense_channels(initial, num_layers, growth_rate):
    return [initial + layer * growth_rate for layer in range(num_layers + 2)]
