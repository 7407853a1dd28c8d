# Takes memory without end
# task: build_lenet5
# stock nbgrader: takes what memory there is until its time limit (here 12 GB were given to it)
hoard = []
while True:
    try:
        hoard.append(bytearray(b"x" * (256 << 20)))
    except MemoryError:
        pass
