"""What a lesson imports: data, plots, checks, the device and the language of the page."""

import os
from pathlib import Path

__version__ = "0.1.0"

# Read by TensorFlow when it is first imported; its log lines are not for students.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

_here = Path(__file__).parent
# An installed package has the assets inside it.
ASSETS = _here / "assets" if (_here / "assets").is_dir() else _here.parent / "assets"
