# tf.image.resize_with_crop_or_pad and grayscale_to_rgb
import tensorflow as tf


def to_alexnet_input(images):
    x = tf.image.grayscale_to_rgb(tf.constant(images)[..., None])
    return tf.image.convert_image_dtype(tf.image.resize_with_crop_or_pad(x, 32, 32), tf.float32).numpy()
