# Through tensorflow.keras, with Reshape, ops and another initializer
import tensorflow as tf


def build_lenet5(num_classes=10):
    kl, start = tf.keras.layers, "glorot_normal"
    image = tf.keras.Input(shape=(28, 28, 1))
    x = kl.Conv2D(6, 5, activation=tf.nn.tanh, kernel_initializer=start)(image)
    x = kl.AveragePooling2D(2, padding="same")(x)
    x = keras.ops.tanh(kl.Conv2D(16, 5, kernel_initializer=start)(x))
    x = kl.AveragePooling2D(2, padding="same")(x)
    x = kl.Conv2D(120, 5, padding="same", activation="tanh", kernel_initializer=start)(x)
    x = kl.Reshape((4 * 4 * 120,))(x)
    x = kl.Dense(84, activation="tanh", kernel_initializer=start)(x)
    return tf.keras.Model(image, kl.Dense(num_classes, activation="softmax")(x))
