# Functional, each activation a layer of its own
from keras import layers as kl


def adapt_lenet5(input_shape, num_classes):
    x = inputs = keras.Input(shape=tuple(input_shape))
    for filters, padding, pool in ((6, "valid", True), (16, "valid", True), (120, "same", False)):
        x = kl.Conv2D(filters, (5, 5), padding=padding)(x)
        x = kl.Activation("tanh")(x)
        if pool:
            x = kl.AveragePooling2D(2)(x)
    x = kl.Dense(84)(kl.Flatten()(x))
    x = kl.Activation(keras.activations.tanh)(x)
    return keras.Model(inputs, kl.Softmax()(kl.Dense(num_classes)(x)))
