"""Writes the networks that the lessons' solutions build, as Keras describes them, in assets/networks/<name>.json.

    python assets/make_networks.py

`convlab.networks.of_lesson` reads them, so that a lesson can measure its own network beside earlier ones.
"""

import importlib
import inspect
import json
from pathlib import Path

from solved import solutions

FOLDER = Path(__file__).parent / "networks"
PICTURES, CLASSES = (32, 32, 3), 10
NETWORKS = {
    "lenet5": ("03_lenet5_vs_alexnet", "adapt_lenet5"),
    "alexnet": ("02_alexnet", "build_alexnet"),
    "small_alexnet": ("02_alexnet", "build_small_alexnet"),
    "mini_googlenet": ("04_googlenet", "build_mini_googlenet"),
    "mini_densenet": ("05_densenet", "build_mini_densenet"),
    "mini_mobilenet": ("06_mobilenet", "build_mini_mobilenet"),
    "mini_efficientnet": ("07_efficientnet", "build_mini_efficientnet"),
    "mini_vit": ("08_vision_transformer", "build_mini_vit"),
}


def without_defaults(description):
    """Leaves out the settings that Keras takes anyway: an older Keras refuses those that it does not know."""
    if isinstance(description, list):
        return [without_defaults(each) for each in description]
    if not isinstance(description, dict):
        return description
    description = {key: without_defaults(value) for key, value in description.items()}
    if description.get("module") in ("keras.layers", "keras.initializers"):
        kind = getattr(importlib.import_module(description["module"]), description["class_name"])
        known = inspect.signature(kind.__init__).parameters
        description["config"] = {
            key: value
            for key, value in description["config"].items()
            if key not in known or value != known[key].default
        }
    return description


def described(name):
    """Returns the text of a network's file."""
    import keras

    lesson, builder = NETWORKS[name]
    keras.backend.clear_session()
    description = json.loads(solutions(lesson)[builder](PICTURES, CLASSES).to_json())
    for layer in description["config"]["layers"]:
        # Without it a layer takes the precision that `convlab.device.build` chooses on each machine.
        if isinstance(layer["config"].get("dtype"), dict):
            del layer["config"]["dtype"]
    return json.dumps(without_defaults(description), indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in NETWORKS:
        (FOLDER / f"{name}.json").write_text(described(name), encoding="utf-8")
