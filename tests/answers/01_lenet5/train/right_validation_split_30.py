# Shuffled, then validation_split=0.3, the most allowed
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.3, verbose=0
    )
