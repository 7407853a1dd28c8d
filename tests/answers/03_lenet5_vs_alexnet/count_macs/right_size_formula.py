# Works the output size out from padding, kernel and stride, as in lesson 02
def size_after(size, kernel, stride, padding):
    return -(-size // stride) if padding == "same" else (size - kernel) // stride + 1


def count_macs(model):
    total = 0
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            total += count_macs(layer)
        elif isinstance(layer, keras.layers.Conv2D):
            _, rows, columns, channels = layer.input.shape
            tall, wide = layer.kernel_size
            down, across = layer.strides
            rows = size_after(rows, tall, down, layer.padding)
            columns = size_after(columns, wide, across, layer.padding)
            total += rows * columns * layer.filters * tall * wide * channels
        elif isinstance(layer, keras.layers.Dense):
            total += layer.units * layer.input.shape[-1]
    return total
