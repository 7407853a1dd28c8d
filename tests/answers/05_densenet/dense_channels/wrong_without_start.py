# Forgets the channels before the block
# message: list should hold 4 numbers, but it holds 3
def dense_channels(initial, num_layers, growth_rate):
    return [initial + layer * growth_rate for layer in range(1, num_layers + 1)]
