# A tuple of floats, accumulated
import itertools


def dense_channels(initial, num_layers, growth_rate):
    return tuple(itertools.accumulate([float(initial)] + [growth_rate] * num_layers))
