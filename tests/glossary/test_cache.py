"""The cache of compiled lexicons saves time and is never in the way."""

import multiprocessing
import os
from pathlib import Path

import pytest

from glossary.cache import load_or_compile
from glossary.glossary import Glossary
from glossary.lexicon import Lexicon
from glossary.model import Concept, Status, Term


def lexicon(text="Aktau"):
    return Lexicon.compile(Glossary.of((Concept("a", "place", (Term(text, "en", "Latn", Status.PREFERRED),)),)), "en")


class Build:
    """Counts how often something had to be compiled."""

    def __init__(self, text="Aktau"):
        self.times = 0
        self.text = text

    def __call__(self):
        self.times += 1
        return lexicon(self.text)


def kept(folder):
    return sorted(folder.glob("*.lexicon"))


def test_a_second_call_compiles_nothing(tmp_path):
    build = Build()
    first, second = (load_or_compile("key", build, tmp_path / "new" / "folder") for _ in range(2))
    assert build.times == 1
    assert first.to_bytes() == second.to_bytes()
    assert [path.suffix for path in (tmp_path / "new" / "folder").iterdir()] == [".lexicon"]


def test_another_key_is_another_lexicon(tmp_path):
    one, other = Build("One"), Build("Other")
    assert load_or_compile("one", one, tmp_path).find("One Other")[0].text == "One"
    assert load_or_compile("other", other, tmp_path).find("One Other")[0].text == "Other"
    assert (one.times, other.times) == (1, 1)


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:50], lambda data: data[:-1] + bytes([data[-1] ^ 1]), lambda data: b"x" * len(data)]
)
def test_a_damaged_file_is_made_anew(tmp_path, damage):
    build = Build()
    load_or_compile("key", build, tmp_path)
    (path,) = kept(tmp_path)
    good = path.read_bytes()
    path.write_bytes(damage(good))
    assert load_or_compile("key", build, tmp_path).find("Aktau")
    assert build.times == 2
    assert path.read_bytes() == good


def test_without_a_place_to_write_it_works_all_the_same(tmp_path):
    (tmp_path / "file").write_text("no folder")
    build = Build()
    assert load_or_compile("key", build, tmp_path / "file" / "below").find("Aktau")
    assert load_or_compile("key", build, tmp_path / "file").find("Aktau")
    assert build.times == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert load_or_compile("key", Build(), tmp_path / "x").find("Aktau")
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_leaves_nothing_half(tmp_path, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert load_or_compile("key", Build(), tmp_path).find("Aktau")
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_the_glossary_is_not_hidden(tmp_path):
    def broken():
        raise LookupError("no such glossary")

    with pytest.raises(LookupError):
        load_or_compile("key", broken, tmp_path)
    assert kept(tmp_path) == []


def test_the_oldest_are_forgotten(tmp_path):
    for number in range(40):
        load_or_compile(str(number), Build(), tmp_path)
        for path in kept(tmp_path):
            if path.stat().st_mtime > 10**9 + 10**6:
                os.utime(path, (10**9 + number, 10**9 + number))
    assert len(kept(tmp_path)) == 32
    again = Build()
    load_or_compile("39", again, tmp_path)
    assert again.times == 0
    load_or_compile("0", again, tmp_path)
    assert again.times == 1


def _load(folder):
    return load_or_compile("key", Build(), Path(folder)).find("Aktau")[0].text


def test_several_programs_at_once(tmp_path):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_load, [str(tmp_path)] * 6) == ["Aktau"] * 6
    assert len(list(tmp_path.iterdir())) == 1
