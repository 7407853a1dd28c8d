# Returns how many divisors
# message: which is nearer
def scale_width(filters, alpha, divisor=8):
    return max(1, int(alpha * filters / divisor + 0.5))
