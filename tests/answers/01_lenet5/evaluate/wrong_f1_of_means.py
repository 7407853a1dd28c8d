# F1 of the mean precision and the mean recall
# message: plain mean
from sklearn.metrics import confusion_matrix, precision_score, recall_score


def evaluate(model, x, y):
    true = y.argmax(axis=1)
    predicted = model.predict(x, verbose=0).argmax(axis=1)
    options = dict(labels=range(10), average="macro", zero_division=0)
    precision = precision_score(true, predicted, **options)
    recall = recall_score(true, predicted, **options)
    return {
        "accuracy": np.mean(true == predicted),
        "macro_f1": 2 * precision * recall / (precision + recall),
        "confusion": confusion_matrix(true, predicted, labels=range(10)),
    }
