"""How JupyterLab's Validate button runs a notebook: in the quick profile and without TensorFlow's log lines."""

c = get_config()  # noqa: F821
c.Execute.timeout = 600
c.Execute.extra_arguments = [
    "--HistoryManager.hist_file=:memory:",
    "--IPKernelApp.exec_lines=import os; "
    'os.environ.update(CONVLAB_PROFILE="quick", TF_CPP_MIN_LOG_LEVEL="3")',
]
