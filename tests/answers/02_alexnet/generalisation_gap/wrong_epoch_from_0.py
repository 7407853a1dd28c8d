# Counts the epochs from 0
# message: Epochs count from 1
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best, "train": training, "val": validation, "gap": training - validation}
