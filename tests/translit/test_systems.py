"""Every scheme file there is: sound, right on its samples, and true to what the engine promises."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from tests.translit.test_offsets import assert_joined
from translit import System, bulk, romanize, romanize_stream, systems, writer
from translit.engine import Engine
from translit.lint import lint
from translit.loading import SCHEMES
from translit.scheme import START
from translit.scripts import is_letter
from translit.writer import Writer

FILES = sorted(SCHEMES.glob("*.toml"))
SYSTEMS = [system for system in systems() if (SCHEMES / f"{system.id}.toml").is_file()]

every_system = pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.id)


def alphabet_text(system: System) -> str:
    """Every letter and key alone, between every other two, in capitals and with a capital; the order is the same in every run."""
    letters = list(system.scheme.alphabet)
    keys = [key for key in system.scheme.rules if key != START]
    shuffled = random.Random(system.id)
    words = [*letters, *keys]
    words += ["".join(shuffled.choices(letters + keys, k=shuffled.randint(2, 7))) for _ in range(60)]
    words += [word.upper() for word in words[::5]] + [word.capitalize() for word in words[::5]]
    shuffled.shuffle(words)
    return " ".join(words) + ".\n" + "-".join(words[:40])


@pytest.fixture(autouse=True)
def _no_warming_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "QUICK", 0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_file_has_no_fault(path: Path) -> None:
    assert [f"{fault.line}: {fault.code}: {fault.message}" for fault in lint(path)] == []


@every_system
def test_every_sample_comes_out_by_every_way(system: System) -> None:
    assert system.scheme.samples
    for sample in system.scheme.samples:
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, sample.source)
            assert romanize(text, system, options=sample.options) == sample.target
            made = romanize(text, system, options=sample.options, offsets=True, strict=True)
            assert made.text == sample.target
            assert_joined(text, made)


@every_system
def test_all_ways_agree_on_the_alphabet(system: System) -> None:
    text = alphabet_text(system)
    for options in ((), *((name,) for name in system.scheme.options)):
        engine = Engine(system.scheme, options)
        expected = engine.convert(text)
        made = Writer(engine)
        assert made.convert(text) == expected
        if (tables := made.tables()) is not None:
            assert bulk.convert(text, 0, len(text), tables, made.token) == expected
        assert engine.convert(unicodedata.normalize("NFD", text)) == expected
        pieces = [text[at : at + 13] for at in range(0, len(text), 13)]
        assert "".join(romanize_stream(pieces, system, options=options)) == expected
    assert_joined(text, system.engine().trace(text))


@every_system
def test_every_letter_of_the_alphabet_is_covered(system: System) -> None:
    if not system.scheme.syllabic:
        assert system.engine().trace(" ".join(system.scheme.alphabet)).unknown == ()


def inverse_of(system: System) -> System | None:
    """The system with the same id and the scripts changed about."""
    there, back = f"-{system.source_script}-{system.target_script}", f"-{system.target_script}-{system.source_script}"
    return next((other for other in SYSTEMS if other.id == system.id.replace(there, back) and other is not system), None)


def plain_words(system: System) -> list[str]:
    """Words over the alphabet in which a sign (what is written as no letter) stands only after a consonant, as orthographies have it."""
    written = {letter: romanize(letter, system) for letter in system.scheme.alphabet}
    signs = [letter for letter, output in written.items() if not any(map(is_letter, output))]
    consonants = [letter for letter, output in written.items() if output in set("bdfgklmnprstvz")]
    others = [letter for letter in system.scheme.alphabet if letter not in signs]
    shuffled = random.Random(system.id)
    words = ["".join(shuffled.choices(others, k=shuffled.randint(1, 8))) for _ in range(300)]
    if consonants:
        words += [shuffled.choice(others) + shuffled.choice(consonants) + sign + shuffled.choice(others) for sign in signs * 10]
    return words


@pytest.mark.parametrize(
    "system", [s for s in SYSTEMS if s.source_script != "Latn" and inverse_of(s) and s.injective], ids=lambda system: system.id
)
def test_an_injective_system_comes_back_through_its_inverse(system: System) -> None:
    inverse = inverse_of(system)
    assert inverse is not None
    words = plain_words(system)
    assert [romanize(romanize(word, system), inverse) for word in words] == words
