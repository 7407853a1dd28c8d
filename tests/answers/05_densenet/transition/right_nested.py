# A Sequential inside
import math


def transition(x, compression):
    return keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.BatchNormalization(momentum=0.9),
            keras.layers.ReLU(),
            keras.layers.Conv2D(math.floor(compression * x.shape[-1]), 1, use_bias=False),
            keras.layers.AvgPool2D(2),
        ]
    )(x)