# Multiplies where it should add
# message: there are 36 channels after 1 layers of the block, but you have 288
def dense_channels(initial, num_layers, growth_rate):
    return [initial * growth_rate**layer for layer in range(num_layers + 1)]
