# Layer by layer, joined by keras.layers.concatenate
from keras import layers


def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    one = layers.Conv2D(f1, (1, 1), padding="same", activation="relu")(x)

    three = layers.Conv2D(f3_in, (1, 1), padding="same", activation="relu")(x)
    three = layers.Conv2D(f3, (3, 3), padding="same", activation="relu")(three)

    five = layers.Conv2D(f5_in, (1, 1), padding="same", activation="relu")(x)
    five = layers.Conv2D(f5, (5, 5), padding="same", activation="relu")(five)

    pool = layers.MaxPooling2D((3, 3), strides=(1, 1), padding="same")(x)
    pool = layers.Conv2D(pool_proj, (1, 1), padding="same", activation="relu")(pool)

    return layers.concatenate([one, three, five, pool], axis=-1)
