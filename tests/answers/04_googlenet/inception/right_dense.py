# A fully connected layer on the channels in place of each 1×1 convolution
def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    narrow = lambda y, units: keras.layers.Dense(units, activation="relu")(y)
    wide = lambda y, filters, side: keras.layers.Conv2D(filters, side, padding="same", activation="relu")(y)
    pooled = keras.layers.MaxPooling2D(pool_size=3, strides=1, padding="same")(x)
    return keras.layers.Concatenate()(
        [narrow(x, f1), wide(narrow(x, f3_in), f3, 3), wide(narrow(x, f5_in), f5, 5), narrow(pooled, pool_proj)]
    )
