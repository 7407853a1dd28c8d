# Joins two and two
def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    options = {"padding": "same", "activation": "relu"}
    y = keras.layers.concatenate(
        [
            keras.layers.Conv2D(f1, 1, **options)(x),
            keras.layers.Conv2D(f3, 3, **options)(keras.layers.Conv2D(f3_in, 1, **options)(x)),
        ]
    )
    z = keras.layers.MaxPooling2D(3, 1, "same")(x)
    z = keras.layers.Conv2D(pool_proj, 1, **options)(z)
    w = keras.layers.Conv2D(f5, 5, **options)(keras.layers.Conv2D(f5_in, 1, **options)(x))
    return keras.layers.concatenate([y, keras.layers.concatenate([w, z])])
