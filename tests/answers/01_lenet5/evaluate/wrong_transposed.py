# Passes the predictions first: rows are predicted classes
# message: rows and columns swapped
from sklearn.metrics import confusion_matrix, f1_score


def evaluate(model, x, y):
    true = y.argmax(axis=1)
    predicted = model.predict(x, verbose=0).argmax(axis=1)
    return {
        "accuracy": np.mean(true == predicted),
        "macro_f1": f1_score(true, predicted, labels=range(10), average="macro", zero_division=0),
        "confusion": confusion_matrix(predicted, true, labels=range(10)),
    }
