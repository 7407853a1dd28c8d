# Tensors of float32
import tensorflow as tf


def compound_scaling(phi, alpha=1.2, beta=1.1, gamma=1.15):
    d, w, r = (tf.constant(base, tf.float32) ** phi for base in (alpha, beta, gamma))
    return {"flops": d * tf.square(w) * tf.square(r), "resolution": r, "width": w, "depth": d}
