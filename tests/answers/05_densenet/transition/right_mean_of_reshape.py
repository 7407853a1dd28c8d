# tf.keras, and the mean of windows made by Reshape
import tensorflow as tf


def transition(x, compression):
    k = tf.keras.layers
    filters = int(compression * int(x.shape[-1]) // 1)
    y = k.Conv2D(filters, 1, kernel_initializer="he_normal")(k.Activation(tf.nn.relu)(k.BatchNormalization()(x)))
    height, width = y.shape[1:3]
    y = k.Reshape((height // 2, 2, width // 2, 2, filters))(y)
    return keras.ops.mean(y, axis=(2, 4))