# Shuffled indices, then validation_split=0.05, the least allowed
def train(model, x, y, epochs, batch_size):
    order = np.arange(len(x))
    np.random.shuffle(order)
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.05, verbose=0
    )
