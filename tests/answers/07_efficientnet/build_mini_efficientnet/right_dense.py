# Fully connected layers for every 1×1 convolution, a grouped Conv2D, Lambda layers
import tensorflow as tf


def build_mini_efficientnet(input_shape, num_classes):
    layers = keras.layers

    def block(x, filters, ratio, strides):
        channels = x.shape[-1]
        wide, y = ratio * channels, x
        if ratio > 1:
            y = layers.Dense(wide, use_bias=False)(y)
            y = tf.keras.activations.silu(layers.BatchNormalization()(y))
        y = layers.Conv2D(wide, 3, strides, "same", groups=wide, use_bias=False)(y)
        y = layers.Lambda(tf.nn.silu)(layers.BatchNormalization()(y))
        s = layers.Dense(max(1, channels // 4), activation="swish")(layers.GlobalAveragePooling2D()(y))
        s = layers.Reshape((1, 1, wide))(layers.Dense(wide, activation="sigmoid")(s))
        y = layers.Lambda(lambda both: tf.multiply(*both))([y, s])
        y = layers.BatchNormalization()(layers.Dense(filters, use_bias=False)(y))
        return layers.add([y, x]) if strides == 1 and channels == filters else y

    inputs = keras.Input(input_shape)
    x = layers.Conv2D(12, 5, 2, "same", activation="swish")(inputs)
    x = block(x, 12, 1, 1)
    x = block(x, 20, 6, 2)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(num_classes, "softmax")(x))
