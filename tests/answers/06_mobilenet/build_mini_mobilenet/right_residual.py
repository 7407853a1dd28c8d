# Blocks with a shortcut
def build_mini_mobilenet(input_shape, num_classes, alpha=1.0):
    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(int(32 * alpha), 3, strides=2, padding="same", activation="relu")(inputs)
    for filters in (int(64 * alpha), int(128 * alpha)):
        shortcut = keras.layers.Conv2D(filters, 1, strides=2)(x)
        x = keras.layers.DepthwiseConv2D(3, strides=2, padding="same")(x)
        x = keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
        x = keras.layers.Conv2D(filters, 1)(x)
        x = keras.layers.BatchNormalization()(x)
        x = keras.layers.ReLU()(keras.layers.Add()([x, shortcut]))
    x = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    x = keras.layers.Conv2D(num_classes, 1)(x)
    return keras.Model(inputs, keras.layers.Softmax()(keras.layers.Flatten()(x)))
