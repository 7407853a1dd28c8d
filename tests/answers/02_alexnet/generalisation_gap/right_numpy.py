# NumPy arrays; the results are NumPy scalars
def generalisation_gap(history):
    curves = {name: np.array(values) for name, values in history.items()}
    best = np.argmax(curves["val_accuracy"])
    train, val = curves["accuracy"][best], curves["val_accuracy"][best]
    return {"best_epoch": best + 1, "train": train, "val": val, "gap": np.subtract(train, val)}
