# Functional, with global average pooling and a ReLU layer after each normalisation
from keras import layers


def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    inputs = layers.Input(input_shape)
    x = inputs
    for number, filters in enumerate((32, 64, 128, 128, 128)):
        x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
        x = layers.BatchNormalization(momentum=0.9)(x)
        x = layers.ReLU()(x)
        if number in (1, 3):
            x = layers.MaxPooling2D(2)(x)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dropout(0.3)(x)
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
