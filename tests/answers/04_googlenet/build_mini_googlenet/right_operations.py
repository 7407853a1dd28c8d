# Pooling, ReLU, join, mean and softmax by keras.ops
from keras import ops


def build_mini_googlenet(input_shape, num_classes):
    def conv(x, filters, side):
        return ops.relu(keras.layers.Conv2D(filters, side, padding="same")(x))

    def block(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        pooled = ops.max_pool(x, 3, strides=1, padding="same")
        three, five = conv(conv(x, f3_in, 1), f3, 3), conv(conv(x, f5_in, 1), f5, 5)
        return ops.concatenate([conv(x, f1, 1), three, five, conv(pooled, pool_proj, 1)], axis=-1)

    inputs = keras.Input(input_shape)
    x = ops.max_pool(conv(inputs, 32, 3), 2)
    x = block(x, 16, 16, 32, 4, 8, 8)
    x = ops.average_pool(x, 2)
    x = block(x, 32, 32, 48, 8, 16, 16)
    x = ops.mean(x, axis=(1, 2))
    return keras.Model(inputs, ops.softmax(keras.layers.Dense(num_classes)(x)))
