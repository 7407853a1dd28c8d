# A 1×1 convolution to the classes, then the average, as in Network in network; he_normal throughout
from functools import partial

Conv = partial(keras.layers.Conv2D, padding="same", activation="relu", kernel_initializer="he_normal")


def build_mini_googlenet(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = Conv(32, 3)(inputs)
    for n in (8, 16, 24):
        x = keras.layers.concatenate(
            [
                Conv(2 * n, 1)(x),
                Conv(4 * n, 3)(Conv(2 * n, 1)(x)),
                Conv(n, 5)(Conv(n // 2, 1)(x)),
                Conv(n, 1)(keras.layers.MaxPooling2D(3, 1, "same")(x)),
            ]
        )
        x = keras.layers.MaxPooling2D(2)(x)
    x = Conv(num_classes, 1, activation=None)(x)
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, keras.layers.Activation("softmax")(x))
