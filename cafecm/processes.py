"""Processes that belong together end together."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # prctl(2)
SUPERVISED = "CAFECM_SUPERVISED"


def end_with_parent() -> None:
    """Has Linux end this process when the one that started it dies, killed without a word: nothing keeps the port.

    Elsewhere nothing happens, and a killed supervisor may leave processes behind.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def is_supervised() -> bool:
    """Whether `manage.py serve` started this process, or one above it."""
    return SUPERVISED in os.environ
