"""Submissions that are read at the same time do not get in each other's way."""

import gc
import time
from concurrent.futures import ThreadPoolExecutor

from autograde.names import bound_names


def names_of(number):
    cell = f"x{number} = {'[' * 30}1{']' * 30}\ndef f{number}():\n    pass\n"
    return [bound_names(cell) for _ in range(50)] == [{f"x{number}", f"f{number}"}] * 50


def test_cells_are_read_in_several_threads():
    # Every collection lets another thread go on, in the middle of a syntax tree too.
    gc.callbacks.append(yields := lambda *_: time.sleep(1e-5))
    before = gc.get_threshold()
    gc.set_threshold(100)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(names_of, range(8)))
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(yields)
