# A table of pandas with the epochs as its index
import pandas as pd


def generalisation_gap(history):
    table = pd.DataFrame(history, index=range(1, len(history["loss"]) + 1))
    best = table["val_accuracy"].idxmax()
    row = table.loc[best]
    return {
        "best_epoch": best,
        "train": row["accuracy"],
        "val": row["val_accuracy"],
        "gap": row["accuracy"] - row["val_accuracy"],
    }
