# Walks through the widths of each way
def bottleneck_saving(channels, reduced, filters, kernel):
    totals = []
    for way in ([(filters, kernel)], [(reduced, 1), (filters, kernel)]):
        total, width = 0, channels
        for count, side in way:
            total += count * (side**2 * width + 1)
            width = count
        totals.append(total)
    return np.divide(*totals)
