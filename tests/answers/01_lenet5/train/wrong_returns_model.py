# Returns the model in place of the History
# message: returned Sequential
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
    return model
