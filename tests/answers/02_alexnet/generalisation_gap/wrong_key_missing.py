# Leaves the epoch out
# message: should have the keys
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"train": training, "val": validation, "gap": training - validation}
