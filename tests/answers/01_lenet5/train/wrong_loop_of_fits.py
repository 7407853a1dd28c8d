# Calls fit once an epoch and returns the last History
# message: one an epoch
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    for _ in range(epochs):
        history = model.fit(x[order], y[order], batch_size=batch_size, validation_split=0.1, verbose=0)
    return history
