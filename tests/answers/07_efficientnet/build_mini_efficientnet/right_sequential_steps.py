# Convolution, normalisation and swish as small Sequential models; augmentation first; 5×5 in one block
def step(layer, swish=True):
    model = keras.Sequential([layer, keras.layers.BatchNormalization(momentum=0.9)])
    if swish:
        model.add(keras.layers.Activation("swish"))
    return model


def block(x, filters, expand_ratio, strides, kernel=3):
    shortcut, channels = x, x.shape[-1]
    if expand_ratio != 1:
        x = step(keras.layers.Conv2D(channels * expand_ratio, 1, use_bias=False))(x)
    x = step(keras.layers.DepthwiseConv2D(kernel, strides=strides, padding="same", use_bias=False))(x)
    gate = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    gate = keras.layers.Conv2D(max(1, channels // 4), 1, activation="swish")(gate)
    gate = keras.layers.Conv2D(x.shape[-1], 1, activation="sigmoid")(gate)
    x = step(keras.layers.Conv2D(filters, 1, use_bias=False), swish=False)(gate * x)
    if strides == 1 and channels == filters:
        x = keras.layers.Add()([keras.layers.Dropout(0.1, noise_shape=(None, 1, 1, 1))(x), shortcut])
    return x


def build_mini_efficientnet(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = keras.layers.RandomFlip("horizontal")(inputs)
    x = step(keras.layers.Conv2D(24, 3, padding="same", use_bias=False))(x)
    x = block(x, 16, 1, 1)
    x = block(x, 24, 6, 2)
    x = block(x, 40, 6, 2, kernel=5)
    x = block(x, 40, 6, 1, kernel=5)
    x = step(keras.layers.Conv2D(128, 1, use_bias=False))(x)
    x = keras.layers.AveragePooling2D(x.shape[1:3])(x)
    x = keras.layers.Flatten()(x)
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
