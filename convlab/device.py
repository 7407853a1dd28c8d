"""The machine a lesson runs on and how much of the lesson it can afford."""

import contextlib
import os

from convlab.errors import PlainError
from convlab.i18n import tr

PROFILES = ("quick", "standard", "full")
# NVIDIA, "Train With Mixed Precision": 16-bit floats are fast from compute capability 7.0 on.
FAST_FLOAT16 = (7, 0)

_policy = "float32"


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


def choose_policy(gpu_details, profile):
    """Returns the Keras dtype policy in which `build` builds networks on this machine.

    Args:
        gpu_details: for each GPU, what `tf.config.experimental.get_device_details` says of it.
        profile: "quick" stays in float32, so that what is graded does not depend on the machine.

    Returns:
        "mixed_float16" where every GPU computes fast in 16 bits, else "float32".
    """
    capabilities = [details.get("compute_capability") or (0, 0) for details in gpu_details]
    fast = capabilities and min(capabilities) >= FAST_FLOAT16 and profile != "quick"
    return "mixed_float16" if fast else "float32"


def build(builder, *arguments, **named):
    """Returns the network that `builder(*arguments, **named)` builds, in the precision that suits this machine.

    On a GPU that is fast in 16 bits its layers compute in mixed precision, and those with a softmax stay in
    float32, because small probabilities do not fit in 16 bits. Elsewhere it is built as it is.

    Source:
        Micikevicius et al. 2018, "Mixed precision training", arXiv:1710.03740.
    """
    import keras

    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(_policy)
    try:
        network = builder(*arguments, **named)
    finally:
        keras.config.set_dtype_policy(before)
    if _policy != "float32":
        for layer in network.layers:
            ends_in_softmax = getattr(layer, "activation", None) is keras.activations.softmax
            if ends_in_softmax or isinstance(layer, keras.layers.Softmax):
                layer.dtype_policy = "float32"
    return network


@contextlib.contextmanager
def quiet_stderr():
    """Sends what C++ code writes to file descriptor 2 nowhere: TensorFlow's lines as it gets ready."""
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

    GPU memory grows on demand; see `build` for the precision. Python, NumPy and TensorFlow start from `seed`.

    Raises:
        PlainError: TensorFlow is missing, or there is no such profile.
    """
    global _policy
    try:
        with quiet_stderr():
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
    _policy = choose_policy(map(tf.config.experimental.get_device_details, gpus), profile)
    machine = (
        f"{len(gpus)} GPU ({_policy})" if gpus else tr("CPU, {cores} cores", cores=os.cpu_count())
    )
    print(
        tr(
            "TensorFlow {version} on {machine}; profile: {profile}.",
            version=tf.__version__,
            machine=machine,
            profile=profile,
        )
    )
    return profile
