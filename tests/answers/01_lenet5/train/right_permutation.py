# A NumPy permutation cut in two, compiled with objects
def train(model, x, y, epochs, batch_size):
    order = np.random.default_rng(0).permutation(len(x))
    held_out, kept = np.split(order, [len(x) // 10])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.002),
        loss=keras.losses.CategoricalCrossentropy(),
        metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")],
    )
    history = model.fit(
        x[kept],
        y[kept],
        batch_size,
        epochs,
        verbose=0,
        validation_data=(x[held_out], y[held_out]),
        callbacks=[plot.live_curves()],
    )
    return history
