# Joined by TensorFlow in a Lambda layer; the last layer of a second fully connected one
import tensorflow as tf


def build_mini_googlenet(input_shape, num_classes):
    def conv(x, filters, side):
        return keras.layers.Conv2D(filters, side, padding="same", activation="relu", kernel_regularizer="l2")(x)

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        pooled = keras.layers.Lambda(lambda maps: tf.nn.max_pool2d(maps, 3, 1, "SAME"))(x)
        ways = [conv(pooled, pool_proj, 1), conv(conv(x, f5_in, 1), f5, 5), conv(conv(x, f3_in, 1), f3, 3), conv(x, f1, 1)]
        ways = [keras.layers.SpatialDropout2D(0.1)(way) for way in ways]
        return keras.layers.Lambda(lambda maps: tf.concat(maps, axis=-1))(ways[::-1])

    inputs = keras.Input(input_shape)
    x = conv(inputs, 32, 3)
    x = keras.layers.MaxPooling2D(2)(x)
    x = block(block(x, 16, 16, 32, 4, 8, 8), 32, 32, 48, 8, 16, 16)
    x = keras.layers.GlobalAveragePooling2D()(x)
    x = keras.layers.Dense(32, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
