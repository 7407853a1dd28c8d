# Takes the epoch of the lowest validation loss
# message: Epochs count from 1
def generalisation_gap(history):
    best = int(np.argmin(history["val_loss"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
