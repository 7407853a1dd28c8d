# argwhere gives arrays in place of numbers
# message: should be a number
def generalisation_gap(history):
    accuracy, val_accuracy = np.array(history["accuracy"]), np.array(history["val_accuracy"])
    best = np.argwhere(val_accuracy == val_accuracy.max())[0]
    train, val = accuracy[best], val_accuracy[best]
    return {"best_epoch": best + 1, "train": train, "val": val, "gap": train - val}
