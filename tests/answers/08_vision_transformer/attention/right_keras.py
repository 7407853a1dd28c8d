# keras.ops, which returns eager tensors
def attention(query, key, value):
    ops = keras.ops
    scores = ops.matmul(query, ops.swapaxes(key, -1, -2)) / query.shape[-1] ** 0.5
    weights = ops.softmax(scores, axis=-1)
    return ops.matmul(weights, value), weights
