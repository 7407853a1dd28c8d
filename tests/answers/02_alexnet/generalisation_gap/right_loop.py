# A loop over the epochs, which fills a dictionary
def generalisation_gap(history):
    result = {"best_epoch": 0, "train": 0.0, "val": -1.0}
    for epoch, (train, val) in enumerate(zip(history["accuracy"], history["val_accuracy"]), start=1):
        if val > result["val"]:
            result["best_epoch"], result["train"], result["val"] = epoch, train, val
    result["gap"] = result["train"] - result["val"]
    return result
