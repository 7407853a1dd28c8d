# tf.keras, with a function of its own for H, joined at the end only where no layer reads
import tensorflow as tf


def dense_block(x, num_layers, growth_rate):
    k = tf.keras.layers

    def h(z):
        return k.Conv2D(growth_rate, 3, padding="same")(k.Activation(tf.nn.relu)(k.BatchNormalization()(z)))

    made = [h(x)]
    for _ in range(1, num_layers):
        made.append(h(k.Concatenate()([x, *made])))
    return k.Concatenate()([x] + made)
