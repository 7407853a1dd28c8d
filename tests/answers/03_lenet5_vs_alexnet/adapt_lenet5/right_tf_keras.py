# tf.keras, with a function of TensorFlow as activation
import tensorflow as tf


def adapt_lenet5(input_shape, num_classes):
    k = tf.keras.layers
    inputs = tf.keras.Input(input_shape)
    x = k.AveragePooling2D(2)(k.Conv2D(6, 5, activation=tf.nn.tanh)(inputs))
    x = k.AveragePooling2D(2)(k.Conv2D(16, 5, activation=tf.nn.tanh)(x))
    x = k.Flatten()(k.Conv2D(120, 5, padding="same", activation=tf.nn.tanh)(x))
    x = k.Dense(84, activation=tf.nn.tanh)(x)
    return tf.keras.Model(inputs, k.Dense(num_classes, activation=tf.nn.softmax)(x))
