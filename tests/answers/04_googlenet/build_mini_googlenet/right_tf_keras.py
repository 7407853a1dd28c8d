# tf.keras, with the mean of TensorFlow in a Lambda layer
import tensorflow as tf


def build_mini_googlenet(input_shape, num_classes):
    kl = tf.keras.layers

    def conv(t, n, k, s=1):
        return kl.Conv2D(n, k, strides=s, padding="same", activation=tf.nn.relu)(t)

    def block(t, n1, n3r, n3, n5r, n5, npool):
        pooled = kl.MaxPool2D(pool_size=3, strides=1, padding="same")(t)
        return kl.Concatenate()(
            [conv(t, n1, 1), conv(conv(t, n3r, 1), n3, 3), conv(conv(t, n5r, 1), n5, 5), conv(pooled, npool, 1)]
        )

    image = tf.keras.Input(shape=input_shape)
    t = conv(image, 32, 3, s=2)
    t = block(block(t, 16, 16, 32, 4, 8, 8), 32, 32, 48, 8, 16, 16)
    t = kl.Lambda(lambda maps: tf.reduce_mean(maps, axis=[1, 2]))(t)
    return tf.keras.Model(image, kl.Dense(num_classes, activation=tf.nn.softmax)(t))
