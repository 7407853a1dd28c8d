# Sleeps in a way that no Python signal ends
# task: build_lenet5
import ctypes

ctypes.CDLL(None).sleep(10_000)
