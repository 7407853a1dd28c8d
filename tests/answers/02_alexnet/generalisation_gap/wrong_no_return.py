# Prints the dictionary in place of returning it
# message: should be a dict
def generalisation_gap(history):
    best = int(np.argmax(history["val_accuracy"]))
    train, val = history["accuracy"][best], history["val_accuracy"][best]
    print({"best_epoch": best + 1, "train": train, "val": val, "gap": train - val})
