# Through tensorflow.keras, with tf.nn.relu and keras.ops.relu
import tensorflow as tf


def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    kl = tf.keras.layers
    image = tf.keras.Input(shape=input_shape)
    x = kl.Conv2D(96, 11, strides=4, padding="same", activation=tf.nn.relu)(image)
    x = kl.MaxPool2D(3, strides=2, padding="same")(kl.BatchNormalization()(x))
    x = kl.Conv2D(256, 5, padding="same", activation=tf.nn.relu)(x)
    x = kl.MaxPool2D(3, strides=2, padding="same")(kl.BatchNormalization()(x))
    x = kl.BatchNormalization()(keras.ops.relu(kl.Conv2D(384, 3, padding="same")(x)))
    x = kl.BatchNormalization()(keras.ops.relu(kl.Conv2D(384, 3, padding="same")(x)))
    x = kl.BatchNormalization()(keras.ops.relu(kl.Conv2D(256, 3, padding="same")(x)))
    x = kl.Flatten()(kl.MaxPool2D(3, strides=2, padding="same")(x))
    x = kl.Dropout(0.5)(kl.Dense(4096, activation=tf.nn.relu)(x))
    x = kl.Dropout(0.5)(kl.Dense(4096, activation=tf.nn.relu)(x))
    return tf.keras.Model(image, kl.Dense(num_classes, activation=tf.nn.softmax)(x))
