# Builds both ways and lets Keras count
def bottleneck_saving(channels, reduced, filters, kernel):
    x = keras.Input((None, None, channels))
    direct = keras.Model(x, keras.layers.Conv2D(filters, kernel)(x))
    narrow = keras.Sequential(
        [x, keras.layers.Conv2D(reduced, 1), keras.layers.Conv2D(filters, kernel)]
    )
    return direct.count_params() / narrow.count_params()
