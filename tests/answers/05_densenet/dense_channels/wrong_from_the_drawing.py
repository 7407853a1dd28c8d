# The numbers of the drawing, whatever is asked for
# message: list should hold 2 numbers, but it holds 4
def dense_channels(initial, num_layers, growth_rate):
    return [24, 36, 48, 60]
