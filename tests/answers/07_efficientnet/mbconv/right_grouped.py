# A grouped Conv2D as the depthwise convolution, epsilon of its own
def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    conv = keras.layers.Conv2D
    channels = x.shape[-1]
    out = x
    if expand_ratio != 1:
        out = conv(expand_ratio * channels, 1, use_bias=False)(out)
        out = keras.layers.BatchNormalization(epsilon=1e-5)(out)
        out = keras.ops.silu(out)
    wide = out.shape[-1]
    out = conv(wide, 3, strides=strides, padding="same", groups=wide, use_bias=False)(out)
    out = keras.layers.BatchNormalization(epsilon=1e-5)(out)
    out = keras.ops.silu(out)
    narrow = max(1, int(np.floor(se_ratio * channels)))
    gate = conv(narrow, 1)(keras.ops.mean(out, axis=(1, 2), keepdims=True))
    gate = conv(wide, 1)(keras.ops.silu(gate))
    out = keras.ops.multiply(out, keras.ops.sigmoid(gate))
    out = conv(filters, 1, use_bias=False)(out)
    out = keras.layers.BatchNormalization(epsilon=1e-5)(out)
    if strides != 1 or channels != filters:
        return out
    return keras.ops.add(out, x)
