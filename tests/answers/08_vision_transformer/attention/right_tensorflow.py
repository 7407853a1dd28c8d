# TensorFlow
def attention(query, key, value):
    import tensorflow as tf

    scores = tf.matmul(query, key, transpose_b=True) / tf.sqrt(float(query.shape[-1]))
    weights = tf.nn.softmax(scores)
    return tf.matmul(weights, value), weights
