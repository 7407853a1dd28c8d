# Reshape to one axis and operations of keras.ops
def adapt_lenet5(input_shape, num_classes):
    height, width, channels = input_shape
    picture = keras.Input((height, width, channels))
    x = keras.ops.tanh(keras.layers.Conv2D(6, 5)(picture))
    x = keras.ops.average_pool(x, 2, 2)
    x = keras.ops.tanh(keras.layers.Conv2D(16, 5)(x))
    x = keras.ops.average_pool(x, 2, 2)
    x = keras.ops.tanh(keras.layers.Conv2D(120, 5, padding="same")(x))
    x = keras.layers.Reshape((-1,))(x)
    x = keras.ops.tanh(keras.layers.Dense(84)(x))
    return keras.Model(picture, keras.ops.softmax(keras.layers.Dense(num_classes)(x)))
