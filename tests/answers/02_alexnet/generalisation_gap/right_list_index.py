# max and index of a list; a dictionary written with dict
def generalisation_gap(history):
    validation = max(history["val_accuracy"])
    index = history["val_accuracy"].index(validation)
    training = history["accuracy"][index]
    return dict(gap=training - validation, train=training, val=validation, best_epoch=index + 1)
