"""The fast ways write what the reference engine writes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.translit.test_engine import KAZAKH, RUSSIAN, write
from tests.translit.texts import texts
from translit import bulk, writer
from translit.engine import Engine
from translit.loading import load
from translit.quick import Quick
from translit.registry import REGISTRY
from translit.writer import Writer

TEXTS = [
    "",
    "а",
    "Я",
    "Щ\n" * 10,
    "Ю. А. ЩЕРБАКОВ и Ю. А. Щербаков " * 20,
    "ЮНЕСКО РосПЭЩ ТсЖ Щ-21 еЕ ЕЕ её ЕЁ",
    "за́мок ЗА́МОК" + "\u0301" * 5,
    "Көшесi Windows-ке iPhone 中国 😀 \x00 \x01 \ud800",
    "без" * 12_000,
    "Жаңаөзен, " * 4_000,
    "\u00a0Щука\u2003Ёж\u3000Я\x85Я",
]


@pytest.fixture(autouse=True)
def _no_warming_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "QUICK", 0)


CHOICES = [
    (KAZAKH, ()),
    (RUSSIAN, ()),
    (RUSSIAN, ("dots",)),
    (RUSSIAN, ("simplified",)),
    # Signs without case, stress on letters with diacritics; capitals for a script without them; a space that is a key.
    ("din-ukr-Latn-Cyrl-1460-1982", ()),
    ("un-ara-Arab-Latn-2017", ()),
    ("un-mon-Mong-Latn-general-2013", ()),
]


@pytest.fixture(scope="module", params=CHOICES, ids=str)
def engine(request: pytest.FixtureRequest) -> Engine:
    id, options = request.param
    return Engine(REGISTRY.find(id).scheme, options)


def by_numpy(made: Writer, text: str) -> str | None:
    """What the arrays make of a text; None for a system that they do not fit."""
    tables = made.tables()
    assert tables is not None or made.engine.id not in {KAZAKH, RUSSIAN}
    return bulk.convert(text, 0, len(text), tables, made.token) if tables is not None else None


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
def test_chosen_texts(engine: Engine, text: str) -> None:
    expected = engine.convert(text)
    assert by_numpy(Writer(engine), text) in {expected, None}
    assert Writer(engine).convert(text) == expected


def test_any_text(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PIECE", 20)
    made = Writer(engine)
    system = REGISTRY.find(engine.id)

    @settings(deadline=None)
    @given(texts(system, 120))
    def check(text: str) -> None:
        for form in (text, unicodedata.normalize("NFD", text)):
            expected = engine.convert(form)
            assert unicodedata.is_normalized("NFC", expected)
            assert engine.trace(form).text == expected
            for quick in (1 << 20, 0):
                monkeypatch.setattr(writer, "QUICK", quick)
                assert Writer(engine).convert(form) == expected
            assert made.convert(form) == expected
            assert by_numpy(made, form) in {expected, None}

    check()


@pytest.mark.parametrize(
    "rules",
    [
        # Sequences, overlapping ones among them, and contexts of several letters.
        '"а" = "a"\n"б" = "b"\n"аб" = "x"\n"бб" = "y"\n"бба" = "zz"\n',
        '"а" = [{ to = "aa", after = "бб" }, { to = "o", before = "аб" }, "a"]\n"б" = "b"\n',
        '"а" = [{ to = "aa", not_after = "бб @letter" }, { to = "o", not_before = "аб $" }, "a"]\n"б" = [{ to = "v", final = true }, "b"]\n',
        # A sequence whose first letter is of the same kind as others that form none.
        '"а" = "a"\n"б" = "b"\n"г" = "g"\n"д" = "d"\n"аб" = "x"\n"дг" = "y"\n',
        '"а" = { to = "a", initial = true }\n"б" = "b"\n',
        '"а" = "a"\n"б" = "b"\n"\'" = { to = "q", after = "@letter" }\n',
        '"а" = "щщ"\n"б" = "bcdefgh"\n'.replace("щщ", "xyz"),
        '"^" = "h"\n"а" = "a"\n"б" = [{ to = "p", word = "аа" }, "b"]\n',
    ],
)
def test_rules_of_every_kind(tmp_path: Path, rules: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PIECE", 20)
    path = write(tmp_path, f"[rules]\n{rules}", more='alphabet = "а б г д"')
    system = REGISTRY.find(path)
    made = system.writer()

    @settings(deadline=None)
    @given(texts(system, 60))
    def check(text: str) -> None:
        expected = made.engine.convert(text)
        assert made.convert(text) == expected
        assert by_numpy(made, text) in {expected, None}

    check()


def test_what_the_table_cannot_do_is_left_to_the_reference(tmp_path: Path) -> None:
    # What is written would be read again by a table.
    swapped = load(write(tmp_path, '[rules]\n"a" = "b"\n"b" = "a"\n', source="Latn", name="s-und-Latn-Latn"))
    assert not Quick.fits(Engine(swapped))
    assert Writer(Engine(swapped)).convert("ab ba ABBA") == "ba ab BAAB"


def test_a_few_names_compile_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "QUICK", 20)
    made = Writer(REGISTRY.find(RUSSIAN).engine())
    assert made.convert("Щукин") == "Shchukin"
    assert "quick" not in made.__dict__
    assert made.convert("Щербаков и Щукин") == "Shcherbakov i Shchukin"
    assert "quick" in made.__dict__


def test_the_memo_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_REMEMBERED", 3)
    made = Writer(REGISTRY.find(RUSSIAN).engine())
    for name in ("Щукин", "Елец", "Юрьев", "Чехов", "Щукин"):
        assert made.convert(name) == made.engine.convert(name)
        assert len(made._memo) <= 3
