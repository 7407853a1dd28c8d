# No max(1, …)
# message: hidden test
def mbconv(x, filters, expand_ratio=6, strides=1, se_ratio=0.25):
    layers = keras.layers
    shortcut, channels = x, x.shape[-1]
    wide = expand_ratio * channels
    if expand_ratio != 1:
        x = layers.Conv2D(wide, 1, use_bias=False)(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("swish")(x)
    x = layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("swish")(x)
    weights = layers.GlobalAveragePooling2D(keepdims=True)(x)
    weights = layers.Conv2D(int(se_ratio * channels), 1, activation="swish")(weights)
    weights = layers.Conv2D(wide, 1, activation="sigmoid")(weights)
    x = layers.Multiply()([x, weights])
    x = layers.Conv2D(filters, 1, use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    if strides == 1 and channels == filters:
        x = layers.Add()([x, shortcut])
    return x
