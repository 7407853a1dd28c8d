# TensorFlow: float32 tensors
import tensorflow as tf


def generalisation_gap(history):
    training = tf.constant(history["accuracy"])
    validation = tf.constant(history["val_accuracy"])
    best = tf.argmax(validation)
    return {
        "best_epoch": best + 1,
        "train": training[best],
        "val": validation[best],
        "gap": training[best] - validation[best],
    }
