# A small convolutional network
# message: How many patches does your network cut
def build_mini_vit(input_shape, num_classes, patch_size=4, dim=64, depth=4, heads=4):
    layers = keras.layers
    inputs = keras.Input(input_shape)
    x = layers.Conv2D(dim, 3, padding="same", activation="relu")(inputs)
    x = layers.MaxPooling2D(2)(x)
    x = layers.Conv2D(2 * dim, 3, padding="same", activation="relu")(x)
    x = layers.GlobalAveragePooling2D()(x)
    outputs = layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
