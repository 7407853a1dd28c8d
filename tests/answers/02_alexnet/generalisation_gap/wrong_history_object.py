# Takes the History object in place of its dictionary
# message: AttributeError
def generalisation_gap(history):
    best = int(np.argmax(history.history["val_accuracy"]))
    training, validation = history.history["accuracy"][best], history.history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
