# Finds the best epoch, but takes the accuracies of the last one
# message: "train" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][-1], history["val_accuracy"][-1]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
