# model.evaluate for the accuracy, scikit-learn for the rest
from sklearn import metrics


def evaluate(model, x, y):
    answers = model.predict(x, verbose=0).argmax(axis=1)
    labels = y.argmax(axis=1)
    loss, accuracy = model.evaluate(x, y, verbose=0)
    return dict(
        accuracy=accuracy,
        macro_f1=metrics.f1_score(labels, answers, labels=list(range(10)), average="macro", zero_division=0.0),
        confusion=metrics.confusion_matrix(labels, answers, labels=list(range(10))),
    )
