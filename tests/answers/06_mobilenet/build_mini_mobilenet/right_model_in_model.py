# The body a model of its own, widths that the stem does not share
def build_mini_mobilenet(input_shape, num_classes, alpha=1.0):
    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(inputs)
    body_inputs = keras.Input(x.shape[1:])
    y = body_inputs
    for filters in (96, 128, 256):
        y = keras.layers.DepthwiseConv2D(5, strides=2, padding="same", use_bias=False)(y)
        y = keras.layers.BatchNormalization()(y)
        y = keras.layers.Activation("relu")(y)
        y = keras.layers.Conv2D(int(filters * alpha + 0.5), 1, activation="relu")(y)
    x = keras.Model(body_inputs, y, name="body")(x)
    x = keras.layers.AveragePooling2D(x.shape[1:3])(x)
    x = keras.layers.Dropout(0.2)(keras.layers.Flatten()(x))
    return keras.Model(inputs, keras.layers.Dense(num_classes, activation="softmax")(x))
