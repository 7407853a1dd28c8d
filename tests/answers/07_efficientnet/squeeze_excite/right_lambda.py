# Lambda layers and TensorFlow
import tensorflow as tf


def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    s = keras.layers.Lambda(lambda maps: tf.reduce_mean(maps, axis=[1, 2], keepdims=True))(x)
    s = keras.layers.Dense(int(max(1, channels * ratio // 1)), activation=tf.nn.silu)(s)
    s = keras.layers.Dense(channels, activation=tf.nn.sigmoid)(s)
    return keras.layers.Lambda(lambda both: both[0] * both[1])([x, s])
