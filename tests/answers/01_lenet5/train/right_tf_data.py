# tf.data pipelines for training and validation
import tensorflow as tf


def train(model, x, y, epochs, batch_size):
    order = np.random.permutation(len(x))
    size = round(0.15 * len(x))

    def dataset(rows):
        return tf.data.Dataset.from_tensor_slices((x[rows], y[rows]))

    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        dataset(order[size:]).shuffle(1000).batch(batch_size),
        validation_data=dataset(order[:size]).batch(batch_size),
        epochs=epochs,
        verbose=0,
    )
