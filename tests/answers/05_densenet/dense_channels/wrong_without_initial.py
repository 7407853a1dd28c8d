# Starts from nothing
# message: there are 24 channels after 0 layers
def dense_channels(initial, num_layers, growth_rate):
    return [layer * growth_rate for layer in range(num_layers + 1)]
