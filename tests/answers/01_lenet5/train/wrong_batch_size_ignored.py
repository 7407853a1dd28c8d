# Always uses batches of 32
# message: batch_size
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=32, validation_split=0.1, verbose=0
    )
