# Functional, every activation a layer of its own
from keras import layers


def build_lenet5(num_classes=10):
    inputs = layers.Input(shape=(28, 28, 1))
    x = inputs
    for filters, padding in ((6, "valid"), (16, "valid"), (120, "same")):
        x = layers.Conv2D(filters, 5, padding=padding)(x)
        x = layers.Activation("tanh")(x)
        if filters < 120:
            x = layers.AvgPool2D(2)(x)
    x = layers.Flatten()(x)
    x = layers.Activation(keras.activations.tanh)(layers.Dense(84)(x))
    outputs = layers.Softmax()(layers.Dense(num_classes)(x))
    return keras.Model(inputs=inputs, outputs=outputs)
