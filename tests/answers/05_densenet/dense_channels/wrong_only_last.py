# Gives the end alone, as a number
# message: returned int
def dense_channels(initial, num_layers, growth_rate):
    return initial + num_layers * growth_rate
