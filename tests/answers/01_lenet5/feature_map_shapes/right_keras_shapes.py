# Asks Keras layers for their output shapes
layers = {
    "C1": keras.layers.Conv2D(6, 5),
    "S2": keras.layers.AveragePooling2D(2),
    "C3": keras.layers.Conv2D(16, 5),
    "S4": keras.layers.AveragePooling2D(2),
    "C5": keras.layers.Conv2D(120, 5, padding="same"),
}
shape, feature_map_shapes = (None, 28, 28, 1), {}
for name, layer in layers.items():
    shape = layer.compute_output_shape(shape)
    feature_map_shapes[name] = shape[1:]
