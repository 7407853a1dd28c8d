# Lets each layer add all that was added before
# message: channels after 2 layers of the block, but you have 60
def dense_channels(initial, num_layers, growth_rate):
    return [initial + growth_rate * layer * (layer + 1) // 2 for layer in range(num_layers + 1)]
