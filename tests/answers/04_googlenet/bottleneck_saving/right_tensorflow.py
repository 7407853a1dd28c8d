# Comes back as a tensor of float32
import tensorflow as tf


def bottleneck_saving(channels, reduced, filters, kernel):
    c, r, f, k = (tf.constant(size, tf.float32) for size in (channels, reduced, filters, kernel))
    return (f * c * k**2 + f) / (c * r + r + f * r * k**2 + f)
