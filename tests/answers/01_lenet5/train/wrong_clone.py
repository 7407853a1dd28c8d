# Trains a clone of the model
# message: did not change
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    model = keras.models.clone_model(model)
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
