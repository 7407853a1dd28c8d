# An average pooling as large as what is left, and Flatten
def build_mini_googlenet(input_shape, num_classes):
    relu = {"activation": "relu", "padding": "same"}

    def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
        first = keras.layers.Conv2D(f1, 1, **relu)(x)
        second = keras.layers.Conv2D(f3, 3, **relu)(keras.layers.Conv2D(f3_in, 1, **relu)(x))
        third = keras.layers.Conv2D(f5, 5, **relu)(keras.layers.Conv2D(f5_in, 1, **relu)(x))
        fourth = keras.layers.MaxPooling2D(3, strides=1, padding="same")(x)
        fourth = keras.layers.Conv2D(pool_proj, 1, **relu)(fourth)
        return keras.layers.Concatenate()([first, second, third, fourth])

    inputs = keras.Input(input_shape)
    x = keras.layers.Conv2D(24, 7, strides=2, **relu)(inputs)
    x = inception(x, 8, 8, 16, 4, 8, 8)
    x = keras.layers.MaxPooling2D(3, strides=2, padding="same")(x)
    x = inception(x, 16, 16, 32, 4, 8, 8)
    x = keras.layers.AveragePooling2D(pool_size=x.shape[1:3])(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(num_classes)(x)
    return keras.Model(inputs, keras.layers.Softmax()(x))
