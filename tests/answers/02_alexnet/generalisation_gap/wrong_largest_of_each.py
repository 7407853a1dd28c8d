# Takes the largest value of each curve
# message: "train" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = max(history["accuracy"]), max(history["val_accuracy"])
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
