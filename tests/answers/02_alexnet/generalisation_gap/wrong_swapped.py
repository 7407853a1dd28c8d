# Swaps training and validation
# message: "train" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["val_accuracy"][best], history["accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
