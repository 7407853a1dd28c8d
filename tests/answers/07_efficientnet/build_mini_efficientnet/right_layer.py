# Squeeze and excitation as a layer of its own; a 1×1 convolution for the classes
class SqueezeExcite(keras.layers.Layer):
    def __init__(self, wide, narrow, **options):
        super().__init__(**options)
        self.reduce = keras.layers.Conv2D(narrow, 1, activation="swish")
        self.restore = keras.layers.Conv2D(wide, 1, activation="sigmoid")

    def call(self, x):
        mean = keras.ops.mean(x, axis=(1, 2), keepdims=True)
        return x * self.restore(self.reduce(mean))


def block(x, filters, expand_ratio, strides):
    y, channels = x, x.shape[-1]
    y = keras.layers.Conv2D(channels * expand_ratio, 1, use_bias=False)(y)
    y = keras.layers.BatchNormalization()(y)
    y = keras.activations.swish(y)
    y = keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(y)
    y = keras.layers.BatchNormalization()(y)
    y = keras.activations.swish(y)
    y = SqueezeExcite(channels * expand_ratio, max(1, channels // 4))(y)
    y = keras.layers.Conv2D(filters, 1, use_bias=False)(y)
    y = keras.layers.BatchNormalization()(y)
    return keras.layers.Add()([x, y]) if strides == 1 and channels == filters else y


def build_mini_efficientnet(input_shape, num_classes):
    inputs = keras.Input(shape=input_shape)
    x = keras.layers.Conv2D(16, 3, strides=2, padding="same", activation="swish")(inputs)
    for filters, strides in ((16, 1), (32, 2), (32, 1)):
        x = block(x, filters, 4, strides)
    x = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = keras.layers.Conv2D(num_classes, 1)(x)
    return keras.Model(inputs, keras.layers.Softmax()(keras.layers.Flatten()(x)))
