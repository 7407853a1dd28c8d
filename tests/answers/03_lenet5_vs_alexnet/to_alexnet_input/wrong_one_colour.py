# Writes into the first channel only
# message: three channels should be equal
def to_alexnet_input(images):
    result = np.zeros((len(images), 32, 32, 3), "float32")
    result[:, 2:30, 2:30, 0] = images / 255
    return result
