# Counts both for a layer of its own choice
def cost_ratio(kernel, filters):
    channels, side = 16, 10
    standard = kernel * kernel * channels * filters * side * side
    depthwise = kernel * kernel * channels * side * side
    pointwise = channels * filters * side * side
    return (depthwise + pointwise) / standard
