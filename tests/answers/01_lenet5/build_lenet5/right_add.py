# An empty Sequential and add, with a helper function
from keras.layers import AveragePooling2D, Conv2D, Dense, Flatten, InputLayer
from keras.models import Sequential


def convolution_and_pooling(model, filters):
    model.add(Conv2D(filters, kernel_size=5, strides=1, padding="valid", activation="tanh"))
    model.add(AveragePooling2D(pool_size=2, strides=2))


def build_lenet5(num_classes=10):
    model = Sequential(name="LeNet-5")
    model.add(InputLayer(shape=(28, 28, 1)))
    convolution_and_pooling(model, 6)
    convolution_and_pooling(model, 16)
    model.add(Conv2D(120, kernel_size=5, padding="same", activation="tanh"))
    model.add(Flatten())
    model.add(Dense(84, activation="tanh"))
    model.add(Dense(num_classes, activation="softmax"))
    return model
