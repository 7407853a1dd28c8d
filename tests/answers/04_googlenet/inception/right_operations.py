# Pooling, ReLU and join as operations of keras.ops
from keras import ops


def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    def conv(y, filters, side):
        return ops.maximum(keras.layers.Conv2D(filters, side, padding="same")(y), 0)

    pooled = ops.max_pool(x, pool_size=3, strides=1, padding="same")
    wide = [conv(conv(x, narrow, 1), filters, side) for narrow, filters, side in ((f3_in, f3, 3), (f5_in, f5, 5))]
    return ops.concatenate([conv(x, f1, 1), *wide, conv(pooled, pool_proj, 1)], axis=-1)
