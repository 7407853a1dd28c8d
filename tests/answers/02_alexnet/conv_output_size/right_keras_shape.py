# Asks a Conv2D layer, which raises ValueError itself
def conv_output_size(size, kernel, stride, padding):
    layer = keras.layers.Conv2D(1, kernel, strides=stride, padding=padding)
    return layer.compute_output_shape((None, size, size, 1))[1]
