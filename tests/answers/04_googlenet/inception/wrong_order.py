# Joins the branches in another order
# message: different outputs
def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    def convolution(x, filters, kernel):
        return keras.layers.Conv2D(filters, kernel, padding="same", activation="relu")(x)

    branch_1 = convolution(x, f1, 1)
    branch_3 = convolution(convolution(x, f3_in, 1), f3, 3)
    branch_5 = convolution(convolution(x, f5_in, 1), f5, 5)
    pooled = keras.layers.MaxPooling2D(3, strides=1, padding="same")(x)
    branch_pool = convolution(pooled, pool_proj, 1)
    return keras.layers.Concatenate()([branch_1, branch_5, branch_3, branch_pool])
