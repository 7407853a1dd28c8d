# Leaves a process behind
# task: build_lenet5
import subprocess

subprocess.Popen(["sleep", "98765"], start_new_session=True)
