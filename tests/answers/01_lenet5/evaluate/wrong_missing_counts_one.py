# A missing class counts 1
# message: a missing one counting 0
from sklearn.metrics import confusion_matrix, f1_score


def evaluate(model, x, y):
    true = y.argmax(axis=1)
    predicted = model.predict(x, verbose=0).argmax(axis=1)
    return {
        "accuracy": np.mean(true == predicted),
        "macro_f1": f1_score(true, predicted, labels=range(10), average="macro", zero_division=1),
        "confusion": confusion_matrix(true, predicted, labels=range(10)),
    }
