# keras.metrics.Accuracy compares the numbers one by one: it is named accuracy but stays at 0
# message: accuracy
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=[keras.metrics.Accuracy()])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
