"""Fixtures of the screen's tests: a session of a small catalog, and of a translation memory."""

import pytest

from tests.tui.desk import catalog, memory, opened


@pytest.fixture
def session(tmp_path):
    with opened(catalog(tmp_path)) as session:
        yield session


@pytest.fixture
def structured(tmp_path):
    """A session whose pairs may be merged, split and shifted."""
    with opened(memory(tmp_path)) as session:
        yield session
