# Gives strings with a percent sign
# message: 50.0%
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    training, validation = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": f"{training:.1%}", "val": f"{validation:.1%}", "gap": f"{training - validation:.1%}"}
