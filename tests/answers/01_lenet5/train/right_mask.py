# A random mask picks what is held out, in copies shuffled by scikit-learn
from sklearn.utils import shuffle


def train(model, x, y, epochs, batch_size):
    x, y = shuffle(x, y)
    held_out = np.arange(len(x)) % 8 == 0
    model.compile(keras.optimizers.Adam(), "categorical_crossentropy", metrics=["accuracy"])
    model.fit(
        x[~held_out],
        y[~held_out],
        epochs=epochs,
        batch_size=batch_size,
        validation_data=(x[held_out], y[held_out]),
        verbose=0,
    )
    return model.history
