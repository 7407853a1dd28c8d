# Returns a tuple in place of a dictionary
# message: should be a dict
from sklearn.metrics import confusion_matrix, f1_score


def evaluate(model, x, y):
    true = y.argmax(axis=1)
    predicted = model.predict(x, verbose=0).argmax(axis=1)
    return (
        np.mean(true == predicted),
        f1_score(true, predicted, labels=range(10), average="macro", zero_division=0),
        confusion_matrix(true, predicted, labels=range(10)),
    )
