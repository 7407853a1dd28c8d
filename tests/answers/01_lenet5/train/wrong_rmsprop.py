# RMSprop in place of Adam
# message: Check the optimizer
def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    model.compile("rmsprop", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x[order], y[order], epochs=epochs, batch_size=batch_size, validation_split=0.1, verbose=0
    )
