# Each branch a Sequential model
def convolution(filters, kernel):
    return keras.layers.Conv2D(filters, kernel, padding="same", activation="relu")


def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    branches = [
        keras.Sequential([convolution(f1, 1)]),
        keras.Sequential([convolution(f3_in, 1), convolution(f3, 3)]),
        keras.Sequential([convolution(f5_in, 1), convolution(f5, 5)]),
        keras.Sequential(
            [keras.layers.MaxPooling2D(3, strides=1, padding="same"), convolution(pool_proj, 1)]
        ),
    ]
    return keras.layers.Concatenate()([branch(x) for branch in branches])
