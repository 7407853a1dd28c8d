# alpha below 1 leaves no channels
# message: hidden test
def build_mini_mobilenet(input_shape, num_classes, alpha=1.0):
    def scaled(filters):
        return int(alpha) * filters

    def normalised(x):
        return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))

    inputs = keras.Input(input_shape)
    x = normalised(keras.layers.Conv2D(scaled(16), 3, strides=2, padding="same", use_bias=False)(inputs))
    for filters, strides in ((32, 1), (64, 2), (128, 2)):
        x = normalised(keras.layers.DepthwiseConv2D(3, strides=strides, padding="same", use_bias=False)(x))
        x = normalised(keras.layers.Conv2D(scaled(filters), 1, use_bias=False)(x))
    x = keras.layers.GlobalAveragePooling2D()(x)
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
