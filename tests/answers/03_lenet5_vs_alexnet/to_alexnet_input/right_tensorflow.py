# TensorFlow, an eager tensor comes back
import tensorflow as tf


def to_alexnet_input(images):
    x = tf.cast(images, tf.float32) / 255.0
    x = tf.pad(x, [[0, 0], [2, 2], [2, 2]])
    return tf.tile(x[..., tf.newaxis], [1, 1, 1, 3])
