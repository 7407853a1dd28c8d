# EfficientNet-B0 whole
# message: at least 32x32
def build_mini_efficientnet(input_shape, num_classes):
    return keras.applications.EfficientNetB0(weights=None, input_shape=input_shape, classes=num_classes)
