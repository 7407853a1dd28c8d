# The accuracy is in percent
# message: accuracy should be
from sklearn.metrics import confusion_matrix, f1_score


def evaluate(model, x, y):
    true = y.argmax(axis=1)
    predicted = model.predict(x, verbose=0).argmax(axis=1)
    return {
        "accuracy": 100 * np.mean(true == predicted),
        "macro_f1": f1_score(true, predicted, labels=range(10), average="macro", zero_division=0),
        "confusion": confusion_matrix(true, predicted, labels=range(10)),
    }
