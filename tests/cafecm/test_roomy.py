"""The frames of a request have one block of memory."""

import resource
import threading

from cafecm.middleware import roomy

CALLS = 400


def leaf() -> None:
    """A frame that may need a block of its own."""


def deep(frames: int) -> None:
    """From each of so many frames, many calls."""
    for _call in range(CALLS):
        leaf()
    if frames:
        deep(frames - 1)


def faults_of(answer) -> int:
    """How often a new thread, as a server has them, asks the system for a page of memory while it answers."""
    found = []

    def work() -> None:
        before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
        answer(None)
        found.append(resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return found[0]


def test_no_call_of_a_request_asks_the_system_for_memory_again_and_again():
    assert faults_of(roomy(lambda request: deep(600))) < CALLS
