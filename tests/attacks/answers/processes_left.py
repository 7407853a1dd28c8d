# Leaves a process behind
# task: build_lenet5
# stock nbgrader: no points, and the process stays behind
import subprocess

subprocess.Popen(["sleep", "98765"], start_new_session=True)
