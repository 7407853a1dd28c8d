# Activations as layers of their own, and the branches built from back to front
def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    def step(y, filters, side):
        y = keras.layers.Conv2D(filters, side, padding="same")(y)
        return keras.layers.Activation("relu")(y)

    fourth = step(keras.layers.MaxPool2D(3, 1, "same")(x), pool_proj, 1)
    third = step(step(x, f5_in, 1), f5, 5)
    second = step(step(x, f3_in, 1), f3, 3)
    first = step(x, f1, 1)
    return keras.layers.Concatenate(axis=3)([first, second, third, fourth])
