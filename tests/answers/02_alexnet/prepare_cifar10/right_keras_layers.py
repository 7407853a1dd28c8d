# Keras: the layers Rescaling and CategoryEncoding
def prepare_cifar10(images, labels):
    x = keras.layers.Rescaling(1 / 255)(images)
    encode = keras.layers.CategoryEncoding(num_tokens=10, output_mode="one_hot")
    y = encode(np.reshape(labels, (-1, 1)))
    return x, y
