# Gives texts
# message: should be a number, but it is '24'
def dense_channels(initial, num_layers, growth_rate):
    return [str(initial + layer * growth_rate) for layer in range(num_layers + 1)]
