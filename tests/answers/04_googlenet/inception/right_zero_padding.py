# Pads by hand and convolves without padding; the maximum needs a padding below every number
def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    def convolution(y, filters, kernel):
        if kernel > 1:
            y = keras.layers.ZeroPadding2D(kernel // 2)(y)
        return keras.layers.ReLU()(keras.layers.Conv2D(filters, kernel, padding="valid")(y))

    low = keras.ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=-1e9)
    pooled = keras.layers.MaxPooling2D(3, strides=1)(low)
    return keras.ops.concatenate(
        [
            convolution(x, f1, 1),
            convolution(convolution(x, f3_in, 1), f3, 3),
            convolution(convolution(x, f5_in, 1), f5, 5),
            convolution(pooled, pool_proj, 1),
        ],
        axis=-1,
    )
