# Takes the last epoch
# message: Epochs count from 1
def generalisation_gap(history):
    best = len(history["accuracy"]) - 1
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
