# Sorts the validation accuracies that it was given
# message: changed the history
def generalisation_gap(history):
    order = list(history["val_accuracy"])
    history["val_accuracy"].sort()
    val = history["val_accuracy"][-1]
    best = order.index(val)
    train = history["accuracy"][best]
    return {"best_epoch": best + 1, "train": train, "val": val, "gap": train - val}
