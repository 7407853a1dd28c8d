# Takes the epoch of the largest gap
# message: Epochs count from 1
def generalisation_gap(history):
    best = int(np.argmax(np.subtract(history["accuracy"], history["val_accuracy"])))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
