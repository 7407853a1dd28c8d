# scikit-learn's train_test_split, stratified
from sklearn.model_selection import train_test_split


def train(model, x, y, epochs, batch_size):
    x_fit, x_val, y_fit, y_val = train_test_split(x, y, test_size=0.2, stratify=y.argmax(axis=1))
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        x_fit, y_fit, validation_data=(x_val, y_val), epochs=epochs, batch_size=batch_size, verbose=0
    )
