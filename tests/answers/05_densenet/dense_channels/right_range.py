# A range
def dense_channels(initial, num_layers, growth_rate):
    return range(initial, initial + num_layers * growth_rate + 1, growth_rate)
