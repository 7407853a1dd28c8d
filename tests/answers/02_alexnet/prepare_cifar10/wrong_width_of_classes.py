# As many columns as there are classes in the labels
# message: y should have shape (9, 10)
def prepare_cifar10(images, labels):
    x = images.astype("float32") / 255
    classes, positions = np.unique(labels, return_inverse=True)
    y = np.eye(len(classes), dtype="float32")[positions.reshape(-1)]
    return x, y
