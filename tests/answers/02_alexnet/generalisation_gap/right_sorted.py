# Sorts the epochs by validation accuracy, without touching the history
def generalisation_gap(history):
    rows = list(zip(history["val_accuracy"], history["accuracy"], range(1, len(history["accuracy"]) + 1)))
    val, train, epoch = sorted(rows, key=lambda row: (-row[0], row[2]))[0]
    names = ("best_epoch", "train", "val", "gap")
    return {name: value for name, value in zip(names, (float(epoch), train, val, train - val))}
