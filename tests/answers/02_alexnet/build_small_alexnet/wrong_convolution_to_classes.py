# Ends on a pooling over everything, without Flatten or global pooling
# message: flattens the feature maps
def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = keras.Input(input_shape)
    x = inputs
    for filters, pool in ((32, True), (64, True), (96, False), (96, False), (64, True)):
        x = keras.layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
        x = keras.layers.BatchNormalization(momentum=0.9)(x)
        if pool:
            x = keras.layers.MaxPooling2D(2)(x)
    x = keras.layers.Dropout(0.5)(x)
    x = keras.layers.AveragePooling2D(4)(x)
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
