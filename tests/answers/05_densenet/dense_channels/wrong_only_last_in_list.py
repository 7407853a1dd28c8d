# Gives the end alone, in a list
# message: list should hold 4 numbers, but it holds 1
def dense_channels(initial, num_layers, growth_rate):
    return [initial + num_layers * growth_rate]
