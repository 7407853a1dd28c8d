# validation_split without shuffling first: the last classes are held out
# message: Shuffle before
def train(model, x, y, epochs, batch_size):
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x, y, epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
