# Returns losses in place of accuracies
# message: "val" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["loss"][best], history["val_loss"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
