"""Memory is given back where there is much of it, and nothing happens anywhere else."""

import pytest

from passages.review import memory


@pytest.mark.parametrize(
    ("pairs", "platform", "library", "calls"),
    [(100_000, "linux", True, [0]), (100_000, "linux", False, []), (100_000, "win32", True, []), (10, "linux", True, [])],
)
def test_memory_is_given_back_where_there_is_much(monkeypatch, pairs, platform, library, calls):
    import ctypes

    class Library:
        pass

    done = []
    if library:
        Library.malloc_trim = staticmethod(done.append)
    monkeypatch.setattr(memory.sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: Library)
    memory.give_back(pairs)
    assert done == calls
