# Splits, but then fits on everything
# message: held out
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x, y, epochs=epochs, batch_size=batch_size, validation_data=(x[order[:60]], y[order[:60]]), verbose=0
    )
