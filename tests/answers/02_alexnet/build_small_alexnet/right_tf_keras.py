# Through tensorflow.keras, with tf.nn.relu, valid padding and global max pooling
import tensorflow as tf


def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    kl = tf.keras.layers
    image = tf.keras.Input(shape=input_shape)
    x = kl.Conv2D(64, 3, activation=tf.nn.relu)(image)
    x = kl.Conv2D(64, 3, activation=tf.nn.relu)(x)
    x = kl.BatchNormalization()(kl.MaxPool2D()(x))
    x = kl.Conv2D(128, 3, activation=tf.nn.relu)(x)
    x = kl.Conv2D(128, 3, activation=tf.nn.relu)(x)
    x = kl.BatchNormalization()(kl.SpatialDropout2D(0.1)(x))
    x = kl.Conv2D(256, 3, activation=tf.nn.relu)(x)
    x = kl.Dropout(0.25)(kl.GlobalMaxPooling2D()(x))
    return tf.keras.Model(image, kl.Dense(num_classes, activation=tf.nn.softmax)(x))
