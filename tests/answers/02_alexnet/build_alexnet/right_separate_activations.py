# Functional, every activation a layer of its own, momentum 0.9, other initial weights
from keras import layers


def block(x, filters, kernel, strides=1, pool=False):
    x = layers.Conv2D(filters, kernel, strides=strides, padding="same", kernel_initializer="he_normal")(x)
    x = layers.ReLU()(x)
    x = layers.BatchNormalization(momentum=0.9)(x)
    if pool:
        x = layers.MaxPool2D(3, 2, "same")(x)
    return x


def build_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = keras.Input(shape=input_shape)
    x = block(inputs, 96, 11, strides=4, pool=True)
    x = block(x, 256, 5, pool=True)
    x = block(x, 384, 3)
    x = block(x, 384, 3)
    x = block(x, 256, 3, pool=True)
    x = layers.Flatten()(x)
    for _ in range(2):
        x = layers.Dense(4096)(x)
        x = layers.Activation("relu")(x)
        x = layers.Dropout(rate=0.5)(x)
    outputs = layers.Softmax()(layers.Dense(num_classes)(x))
    return keras.models.Model(inputs=inputs, outputs=outputs)
