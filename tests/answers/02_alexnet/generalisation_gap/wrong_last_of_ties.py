# Takes the last of several best epochs
# message: of equal ones the first wins
def generalisation_gap(history):
    best = len(history["val_accuracy"]) - 1 - int(np.argmax(history["val_accuracy"][::-1]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
