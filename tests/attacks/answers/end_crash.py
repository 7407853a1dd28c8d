# Crashes its process
# task: build_lenet5
# stock nbgrader: the kernel dies: no row is graded, not even those of other exercises
import ctypes

ctypes.string_at(0)
