# Divides by the training accuracy
# message: "gap" should be
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": training, "val": validation, "gap": (training - validation) / training}
