# Fully connected layers for every 1×1 convolution
def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    channels = x.shape[-1]
    wide = channels * expand_ratio
    y = x
    if wide != channels:
        y = keras.layers.Dense(wide, use_bias=False)(y)
        y = keras.activations.silu(keras.layers.BatchNormalization(momentum=0.9)(y))
    y = keras.layers.DepthwiseConv2D((3, 3), (strides, strides), "same", use_bias=False)(y)
    y = keras.activations.silu(keras.layers.BatchNormalization(momentum=0.9)(y))
    s = keras.ops.mean(y, axis=(1, 2))
    s = keras.layers.Dense(max(1, int(se_ratio * channels)), activation="swish")(s)
    s = keras.layers.Dense(wide, activation="sigmoid")(s)
    y = y * keras.ops.expand_dims(s, (1, 2))
    y = keras.layers.Dense(filters, use_bias=False)(y)
    y = keras.layers.BatchNormalization(momentum=0.9)(y)
    return x + y if (strides, channels) == (1, filters) else y
