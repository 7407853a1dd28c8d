# The strides of EfficientNet-B0, after which one pixel is left; swish before the last average
def build_mini_efficientnet(input_shape, num_classes):
    L = keras.layers

    def bn(y):
        return L.BatchNormalization()(y)

    x = inputs = keras.Input(input_shape)
    x = keras.activations.swish(bn(L.Conv2D(16, 3, 2, "same", use_bias=False)(x)))
    for filters, ratio, strides in ((8, 1, 1), (12, 6, 2), (16, 6, 2), (24, 6, 2), (24, 6, 1), (32, 6, 2)):
        y, channels = x, x.shape[-1]
        if ratio > 1:
            y = keras.activations.swish(bn(L.Conv2D(ratio * channels, 1, use_bias=False)(y)))
        y = keras.activations.swish(bn(L.DepthwiseConv2D(3, strides, "same", use_bias=False)(y)))
        s = L.GlobalAveragePooling2D(keepdims=True)(y)
        s = L.Conv2D(max(1, channels // 4), 1, activation="swish")(s)
        y = y * L.Conv2D(ratio * channels, 1, activation="sigmoid")(s)
        y = bn(L.Conv2D(filters, 1, use_bias=False)(y))
        x = x + y if strides == 1 and filters == channels else y
    x = L.Activation("swish")(x)
    x = L.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, L.Dense(num_classes, activation="softmax")(x))
