# A list that grows in a loop
def dense_channels(initial, num_layers, growth_rate):
    counts = [initial]
    for _ in range(num_layers):
        counts.append(counts[-1] + growth_rate)
    return counts
