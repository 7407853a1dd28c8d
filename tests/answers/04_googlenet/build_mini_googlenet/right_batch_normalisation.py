# Batch normalisation between each convolution and its ReLU, and no biases beside it
def build_mini_googlenet(input_shape, num_classes):
    def conv(x, filters, size, strides=1):
        x = keras.layers.Conv2D(filters, size, strides, padding="same", use_bias=False)(x)
        x = keras.layers.BatchNormalization()(x)
        return keras.layers.Activation("relu")(x)

    def module(x, a, b, c, d, e, f):
        pool = keras.layers.MaxPooling2D((3, 3), strides=1, padding="same")(x)
        return keras.layers.Concatenate(axis=-1)(
            [conv(x, a, 1), conv(conv(x, b, 1), c, 3), conv(conv(x, d, 1), e, 5), conv(pool, f, 1)]
        )

    image = keras.Input(input_shape)
    x = conv(conv(image, 24, 3), 48, 3, strides=2)
    x = module(x, 16, 24, 32, 4, 8, 8)
    x = module(x, 24, 32, 48, 8, 16, 12)
    x = keras.layers.MaxPooling2D(2)(x)
    x = module(x, 32, 40, 64, 8, 16, 16)
    x = keras.layers.GlobalAveragePooling2D()(x)
    x = keras.layers.Dropout(0.3)(x)
    return keras.Model(image, keras.layers.Dense(num_classes, "softmax")(x))
