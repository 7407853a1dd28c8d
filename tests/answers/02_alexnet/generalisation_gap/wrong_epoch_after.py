# Takes the accuracies of the epoch after the best one
# message: "train" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"])) + 1
    training, validation = history["accuracy"][min(best, len(history["accuracy"]) - 1)], history["val_accuracy"][min(best, len(history["accuracy"]) - 1)]
    return {"best_epoch": best, "train": training, "val": validation, "gap": training - validation}
