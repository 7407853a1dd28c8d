# tf.keras, with functions of TensorFlow as activations
import tensorflow as tf

kl = tf.keras.layers


def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    conv = lambda t, n, k: kl.Conv2D(n, k, padding="same", activation=tf.nn.relu)(t)
    a = conv(x, f1, 1)
    b = conv(conv(x, f3_in, 1), f3, 3)
    c = conv(conv(x, f5_in, 1), f5, 5)
    d = conv(kl.MaxPool2D(3, 1, padding="same")(x), pool_proj, 1)
    return kl.Concatenate()([a, b, c, d])
