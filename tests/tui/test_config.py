"""The configuration file."""

import pytest

from passages.errors import DocumentError
from tui_config import places, read


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    project = tmp_path / "project"
    (project / ".endonym").mkdir(parents=True)

    def _write(text, *, own=False):
        place = places(project)[0 if own else 1]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        return project

    return _write


def test_without_a_file_everything_is_as_it_comes(write):
    config = read(write("").parent / "elsewhere")
    assert (config.keys, config.colours, config.bidi) == ({}, "auto", "app")


def test_keys_and_colours_are_read(write):
    config = read(write('[keys]\napprove = ["z", "f9"]\nquit = "Q"\n[screen]\ncolours = "light"\nbidi = "terminal"\n'))
    assert (config.keys, config.colours, config.bidi) == ({"approve": ("z", "f9"), "quit": ("Q",)}, "light", "terminal")


def test_the_project_has_the_last_word(write):
    write('[keys]\napprove = "z"\nskip = "o"\n[screen]\ncolours = "light"\n', own=True)
    config = read(write('[keys]\napprove = "y"\n'))
    assert (config.keys, config.colours) == ({"approve": ("y",), "skip": ("o",)}, "light")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[keys\n", "no TOML"),
        (b"\xff\xfe", "not UTF-8"),
        ("[colors]\n", r"no table \[colors\]"),
        ("keys = 1\n", "keys is no table"),
        ("[keys]\napprove = 1\n", "approve is no key"),
        ("[keys]\napprove = [1]\n", "approve is no key"),
        ('[screen]\ncolours = "pink"\n', "means nothing"),
        ("[screen]\nsize = 3\n", "means nothing"),
    ],
)
def test_a_file_that_cannot_be_understood_is_an_error_that_names_it(write, text, said):
    with pytest.raises(DocumentError, match=said) as caught:
        read(write(text))
    assert caught.value.path.endswith("config.toml")
