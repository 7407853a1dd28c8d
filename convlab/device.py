"""The machine a lesson runs on and how much of the lesson it can afford."""

import contextlib
import os

from convlab.errors import PlainError
from convlab.i18n import tr

PROFILES = ("quick", "standard", "full")


def choose_profile(profile, has_gpu):
    """Returns "quick", "standard" or "full".

    Args:
        profile: one of these, or "auto": "full" with a GPU, else "standard".
            The environment variable `CONVLAB_PROFILE` overrides it.
        has_gpu: whether TensorFlow sees a GPU.

    Raises:
        PlainError: `profile` has no such value.
    """
    profile = os.environ.get("CONVLAB_PROFILE") or profile
    if profile == "auto":
        return "full" if has_gpu else "standard"
    if profile not in PROFILES:
        raise PlainError(
            tr(
                'There is no profile "{profile}". Set PROFILE to "auto", "quick", "standard" or '
                '"full" in the first code cell.',
                profile=profile,
            )
        )
    return profile


@contextlib.contextmanager
def _quiet_stderr():
    """Sends what C++ code writes to file descriptor 2 nowhere: TensorFlow's lines at import."""
    saved, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)


def prepare(profile="auto", seed=0):
    """Gets TensorFlow ready, says on what it runs, and returns the profile of this run.

    GPU memory grows on demand. Python, NumPy and TensorFlow start from `seed`.

    Raises:
        PlainError: TensorFlow is missing, or there is no such profile.
    """
    try:
        with _quiet_stderr():
            import keras
            import tensorflow as tf

            gpus = tf.config.list_physical_devices("GPU")
    except ImportError as error:
        raise PlainError(
            tr(
                "TensorFlow could not be loaded ({error}). Run `make run` or "
                "`python -m autograde setup` in the folder of the collection, then choose the "
                "kernel of its .venv.",
                error=error,
            )
        ) from None
    tf.get_logger().setLevel("ERROR")
    for gpu in gpus:
        tf.config.experimental.set_memory_growth(gpu, True)
    keras.utils.set_random_seed(seed)
    profile = choose_profile(profile, bool(gpus))
    machine = f"{len(gpus)} GPU" if gpus else tr("CPU, {cores} cores", cores=os.cpu_count())
    print(
        tr(
            "TensorFlow {version} on {machine}; profile: {profile}.",
            version=tf.__version__,
            machine=machine,
            profile=profile,
        )
    )
    return profile
