"""What every test shares: a cache folder of its own, so that no test reads or fills the user's; and how long hypothesis may take.

On CI the examples are the same in every run, so that a red run is about the change; elsewhere they are new each time.
"""

import os

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
