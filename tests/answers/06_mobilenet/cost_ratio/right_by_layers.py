# Builds two layers and counts their weights
def cost_ratio(kernel, filters):
    inputs = keras.Input((4, 4, 3))
    standard = keras.Model(inputs, keras.layers.Conv2D(filters, kernel, padding="same", use_bias=False)(inputs))
    separable = keras.Model(inputs, keras.layers.SeparableConv2D(filters, kernel, padding="same", use_bias=False)(inputs))
    return separable.count_params() / standard.count_params()
