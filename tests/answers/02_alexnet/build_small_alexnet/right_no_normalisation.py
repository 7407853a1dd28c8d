# No batch normalisation, two layers of Dropout, activations as functions
def build_small_alexnet(input_shape=(32, 32, 3), num_classes=10):
    model = keras.Sequential(name="small_alexnet")
    model.add(keras.layers.InputLayer(shape=input_shape))
    for filters, pool in [(64, True), (96, True), (128, False), (128, False), (96, True)]:
        model.add(keras.layers.Conv2D(filters, (3, 3), padding="same", activation=keras.activations.relu))
        if pool:
            model.add(keras.layers.MaxPool2D((2, 2)))
    model.add(keras.layers.Flatten())
    for units in (512, 256):
        model.add(keras.layers.Dense(units, activation=keras.activations.relu))
        model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(num_classes))
    model.add(keras.layers.Softmax())
    return model
