# Crashes its process
# task: build_lenet5
import ctypes

ctypes.string_at(0)
