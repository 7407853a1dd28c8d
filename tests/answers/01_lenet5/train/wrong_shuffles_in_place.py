# Shuffles the arrays it was given in place
# message: changed the arrays
def train(model, x, y, epochs, batch_size):
    seed = np.random.randint(1000)
    np.random.default_rng(seed).shuffle(x)
    np.random.default_rng(seed).shuffle(y)
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x, y, epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
