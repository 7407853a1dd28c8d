# A loop with >= ends at the last of several best epochs
# message: of equal ones the first wins
def generalisation_gap(history):
    best = 0
    for epoch, accuracy in enumerate(history["val_accuracy"]):
        if accuracy >= history["val_accuracy"][best]:
            best = epoch
    train, val = history["accuracy"][best], history["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": train, "val": val, "gap": train - val}
