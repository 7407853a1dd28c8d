# Prints and returns nothing
# message: returned NoneType
def dense_channels(initial, num_layers, growth_rate):
    print([initial + layer * growth_rate for layer in range(num_layers + 1)])
