# Sequential, of SeparableConv2D
def build_mini_mobilenet(input_shape, num_classes, alpha=1.0):
    width = [max(8, round(alpha * filters)) for filters in (16, 32, 64, 128)]
    model = keras.Sequential([keras.Input(input_shape)])
    model.add(keras.layers.Conv2D(width[0], 3, padding="same", activation="relu"))
    for filters in width[1:]:
        model.add(keras.layers.SeparableConv2D(filters, 3, strides=2, padding="same", use_bias=False))
        model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.Activation("relu"))
    model.add(keras.layers.GlobalAveragePooling2D())
    model.add(keras.layers.Dense(num_classes))
    model.add(keras.layers.Softmax())
    return model
