# The last ReLU of all branches at once, after they are joined
def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    conv = keras.layers.Conv2D
    branches = []
    for narrow, wide, side in ((None, f1, 1), (f3_in, f3, 3), (f5_in, f5, 5)):
        y = x if narrow is None else conv(narrow, 1, activation="relu")(x)
        branches.append(conv(wide, side, padding="same")(y))
    branches.append(conv(pool_proj, 1)(keras.layers.MaxPooling2D(3, 1, "same")(x)))
    return keras.layers.ReLU()(keras.layers.Concatenate()(branches))
