# A layer of its own
class Weigh(keras.layers.Layer):
    def __init__(self, narrow, channels):
        super().__init__()
        self.down = keras.layers.Dense(narrow, activation="swish")
        self.up = keras.layers.Dense(channels, activation="sigmoid")

    def build(self, shape):
        self.down.build((None, shape[-1]))
        self.up.build((None, self.down.units))

    def call(self, x):
        weights = self.up(self.down(keras.ops.mean(x, axis=(1, 2))))
        return x * weights[:, None, None, :]


def squeeze_excite(x, ratio=0.25):
    channels = x.shape[-1]
    return Weigh(max(1, int(ratio * channels)), channels)(x)
