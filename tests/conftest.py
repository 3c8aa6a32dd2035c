"""What every test shares: a cache folder of its own, so that no test reads or fills the user's; English; and how long hypothesis may take.

On CI the examples are the same in every run, so that a red run is about the change; elsewhere they are new each time.
"""

import os
import signal
import sys

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """Point the caches of this test run at a folder that goes away with it."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    """Let the program speak English, whatever the environment speaks."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command line in an empty folder; gives its exit status, output and diagnostics."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    import endonym

    def _run(*words):
        monkeypatch.setattr(sys, "argv", ["endonym", *words])
        handlers = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            endonym.main()
            status = 0
        except SystemExit as ended:
            status = ended.code or 0
        finally:
            for one, handler in handlers.items():  # `main` ends a process; this one goes on
                signal.signal(one, handler)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return _run
