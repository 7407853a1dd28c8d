# pandas.get_dummies makes a table, with columns only for classes that occur
# message: y should have shape (9, 10)
import pandas as pd


def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    y = pd.get_dummies(labels.reshape(-1)).to_numpy("float32")
    return x, y
