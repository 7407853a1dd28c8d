# Gives percentages
# message: "train" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = 100 * history["accuracy"][best], 100 * history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": training - validation}
