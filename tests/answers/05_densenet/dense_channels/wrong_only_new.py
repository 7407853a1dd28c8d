# Gives what each layer makes, not what there is
# message: channels after 1 layers of the block, but you have 12
def dense_channels(initial, num_layers, growth_rate):
    return [initial] + [growth_rate] * num_layers
