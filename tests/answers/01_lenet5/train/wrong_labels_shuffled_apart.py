# Shuffles pictures and labels each in its own order
# message: label
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x[order], y[np.random.permutation(len(y))], epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
