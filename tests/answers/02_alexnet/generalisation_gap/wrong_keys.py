# Writes the keys in another way
# message: should have the keys
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"epoch": best + 1, "accuracy": training, "val_accuracy": validation, "gap": training - validation}
