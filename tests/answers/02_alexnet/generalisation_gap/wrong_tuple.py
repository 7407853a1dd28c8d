# Returns a tuple in place of a dictionary
# message: should be a dict
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return best + 1, training, validation, training - validation
