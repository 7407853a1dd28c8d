# Rounds the accuracies
# message: the accuracy at the best epoch
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = round(history["accuracy"][best], 4), round(history["val_accuracy"][best], 4)
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
