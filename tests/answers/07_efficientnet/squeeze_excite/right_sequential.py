# The weights by a Sequential
def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    weigh = keras.Sequential(
        [
            keras.layers.GlobalAveragePooling2D(keepdims=True),
            keras.layers.Conv2D(max(1, int(ratio * channels)), 1, activation="silu"),
            keras.layers.Conv2D(channels, 1, activation="sigmoid"),
        ]
    )
    return keras.layers.Multiply()([x, weigh(x)])
