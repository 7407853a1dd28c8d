# A list of steps; the last strides a tuple
def apply(steps, y):
    for step in steps:
        y = step(y)
    return y


def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    L = keras.layers
    channels = x.shape[-1]
    wide = int(channels * expand_ratio)
    steps = [] if expand_ratio == 1 else [L.Conv2D(wide, 1, use_bias=False), L.BatchNormalization(), keras.activations.swish]
    steps += [
        L.DepthwiseConv2D(3, strides=(strides,) * 2, padding="same", use_bias=False),
        L.BatchNormalization(),
        keras.activations.swish,
    ]
    y = apply(steps, x)
    narrow = int(se_ratio * channels) or 1
    weights = apply(
        [L.GlobalAvgPool2D(keepdims=True), L.Conv2D(narrow, 1, activation="swish"), L.Conv2D(wide, 1, activation="sigmoid")], y
    )
    y = apply([L.Multiply(), L.Conv2D(filters, 1, use_bias=False), L.BatchNormalization()], [y, weights])
    return L.Add()([x, y]) if strides == 1 and channels == filters else y
