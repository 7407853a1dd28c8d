# Writes the gaps into the history that it was given
# message: changed the history
def generalisation_gap(history):
    history["gap"] = [train - val for train, val in zip(history["accuracy"], history["val_accuracy"])]
    best = int(np.argmax(history["val_accuracy"]))
    return {
        "best_epoch": best + 1,
        "train": history["accuracy"][best],
        "val": history["val_accuracy"][best],
        "gap": history["gap"][best],
    }
