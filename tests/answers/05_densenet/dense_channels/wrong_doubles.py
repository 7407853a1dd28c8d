# Doubles at each layer
# message: What does each layer add
def dense_channels(initial, num_layers, growth_rate):
    return [initial * 2**layer for layer in range(num_layers + 1)]
