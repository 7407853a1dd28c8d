# Stops before the last layer
# message: list should hold 4 numbers, but it holds 3
def dense_channels(initial, num_layers, growth_rate):
    return [initial + layer * growth_rate for layer in range(num_layers)]
