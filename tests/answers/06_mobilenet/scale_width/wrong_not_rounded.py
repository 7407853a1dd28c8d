# Only alpha times filters
# message: which is nearer
def scale_width(filters, alpha, divisor=8):
    return int(alpha * filters)
