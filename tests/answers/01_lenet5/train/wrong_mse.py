# Mean squared error in place of cross-entropy
# message: Which loss
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "mse", metrics=["accuracy"])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
