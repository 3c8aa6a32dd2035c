"""The program's own language: who chooses it, what it says, and that the Russian and Kazakh catalogs are complete."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from glossary.catalogs import Checked, compiled, scan, summary
from glossary.findings import Finding, Severity
from glossary.speech import Speech, locales, spoken
from glossary.speech_extraction import extract, template

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ru", "kk")


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "ru_RU.UTF-8"}, "ru"),
        (None, {"LANG": "kk_KZ.UTF-8"}, "kk"),
        (None, {"LANG": "C", "LANGUAGE": "ru"}, "en"),
        (None, {"LANG": "C.UTF-8", "LANGUAGE": "ru"}, "ru"),
        (None, {"LANG": "ru_RU.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "kk_KZ"}, "kk"),
        (None, {"LANG": "de_DE.UTF-8", "LANGUAGE": "de:kk:ru"}, "kk"),
        (None, {"LANG": "ru_RU.UTF-8", "LANGUAGE": "en"}, "en"),
        (None, {"LANG": "../../etc"}, "en"),
        ("kk", {"LANG": "ru_RU.UTF-8"}, "kk"),
        ("ru-RU", {}, "ru"),
        ("xx", {"LANG": "ru_RU.UTF-8"}, "en"),
    ],
)
def test_who_chooses_the_language(asked, environment, language):
    assert Speech.of(asked, environment).language == language


def test_what_is_spoken():
    assert spoken() == ("en", "kk", "ru")


MESSAGE = "Leave names inside quotations as they are."


def test_a_message():
    assert Speech.of("en").text(MESSAGE) == MESSAGE
    assert Speech.of("ru").text(MESSAGE) == "Не трогать имена внутри цитат."
    assert Speech.of("kk").text(MESSAGE) == "Дәйексөз ішіндегі атауларды сол күйі қалдыру."
    assert Speech.of("ru").text("no such message of {name}", name="x") == "no such message of x"
    assert Speech.of("ru").text("") == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 catalogs checked", "1 catalog checked", "2 catalogs checked", "21 catalogs checked", "1,005 catalogs checked"]),
        (
            "ru",
            ["Проверено 0 каталогов", "Проверен 1 каталог", "Проверено 2 каталога", "Проверен 21 каталог", "Проверено 1\xa0005 каталогов"],
        ),
        (
            "kk",
            [
                "0 каталог тексерілді",
                "1 каталог тексерілді",
                "2 каталог тексерілді",
                "21 каталог тексерілді",
                "1\xa0005 каталог тексерілді",
            ],
        ),
    ],
)
def test_plurals_and_numbers(language, said):
    speech = Speech.of(language)
    assert [speech.count("{n} catalog checked", "{n} catalogs checked", number) for number in (0, 1, 2, 21, 1005)] == said


def test_days_languages_and_scripts():
    english, russian, kazakh = (Speech.of(name) for name in ("en", "ru", "kk"))
    assert english.day(date(2011, 12, 16)) == "December 16, 2011"
    assert russian.day(date(2011, 12, 16)) == "16 декабря 2011\u202fг."
    assert [one.language_name("kk") for one in (english, russian, kazakh)] == ["Kazakh", "казахский", "қазақ тілі"]
    assert russian.language_name("kk-Latn") == "казахский (латиница)"
    assert english.language_name("pt_BR") == "Brazilian Portuguese"
    assert english.language_name("ru-KZ") == "Russian (Kazakhstan)"
    assert english.language_name("xx-not-a-tag!") == "xx-not-a-tag!"
    assert [one.script_name("Cyrl") for one in (english, russian)] == ["Cyrillic", "кириллица"]
    assert russian.script_name("Qaaa") == "Qaaa"


def test_help_is_spoken_paragraph_by_paragraph():
    said = Speech.of("ru").help(f"Leave names inside\nquotations as they are.\n\n\b\nendonym normalize x\n\n{MESSAGE}")
    assert said == "Не трогать имена внутри цитат.\n\n\b\nendonym normalize x\n\nНе трогать имена внутри цитат."


def test_english_costs_nothing():
    code = "import sys; from glossary.speech import Speech; Speech.of('en').count('{n} a', '{n} b', 2); sys.exit('gettext' in sys.modules or 'babel' in sys.modules)"
    subprocess.run([sys.executable, "-S", "-c", f"sys_path = {str(ROOT)!r}; import sys; sys.path.insert(0, sys_path); {code}"], check=True)


def test_the_summary_of_a_check():
    catalog = scan(b'msgid "a"\nmsgstr "b"\n')
    finding = Finding("missing-name", Severity.WARNING, 0, 0, "", "", "", "", "")
    checked = [Checked(catalog, (finding, finding)), Checked(catalog, ())]
    assert summary(checked, Speech.of("en")) == "2 catalogs checked; 2 names are wrong or missing; 0 of them can be put right by --fix"
    assert summary(checked, Speech.of("ru")) == "Проверено 2 каталога; Неверно или пропущено 2 имени; 0 из них исправит --fix".replace(
        "; Н", "; Н"
    )


SOURCE = '''
import click
def f(speech, n, what):
    speech.text("One message")
    speech.text(what)
    speech.count("{n} town", "{n} towns", n)
    other.text("two", "strings")

@cli.command()
@click.option("--x", help="Help of x.")
@click.option("--y", help=what)
def command():
    """Do this
    or that.

    \\b
    endonym command x

    And more.
    """

def plain():
    """No message."""
'''


def test_what_is_extracted():
    found = [said for _, _, said in sorted(extract(SOURCE), key=lambda one: one[0])]
    assert set(found) == {"One message", ("{n} town", "{n} towns"), "Help of x.", "Do this or that.", "And more."}
    text = template({Path("b.py"): SOURCE, Path("a.py"): SOURCE}, "2026-01-01 00:00+0000").decode()
    assert '#: a.py b.py\nmsgid "One message"\nmsgstr ""\n' in text
    assert '#: a.py b.py\n#, python-brace-format\nmsgid "{n} town"\nmsgid_plural "{n} towns"\nmsgstr[0] ""\nmsgstr[1] ""\n' in text


def test_every_message_said_through_speech_is_in_the_template():
    files = [*(ROOT / "glossary").rglob("*.py"), *(ROOT / "passages").rglob("*.py")]
    said = {one if isinstance(one, str) else one[0] for file in files for _, _, one in extract(file.read_text("utf-8"))}
    known = scan((locales() / "endonym.pot").read_bytes())
    assert said <= {known.key(one)[1] for one in known.messages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_complete(language):
    wanted = scan((locales() / "endonym.pot").read_bytes())
    file = locales() / language / "LC_MESSAGES" / "endonym.po"
    catalog = scan(file.read_bytes(), str(file))
    assert file.with_suffix(".mo").read_bytes() == compiled(catalog), "compile it again: endonym catalog compile"
    living = {catalog.key(one): one for one in catalog.messages if not one.obsolete}
    assert set(living) == {wanted.key(one) for one in wanted.messages}
    for (_, id), one in living.items():
        strings = [catalog.value(string) for string in one.strings]
        assert all(strings), id
        assert not catalog.is_fuzzy(one), id
        for token in ("--write", "--fix", "{n}", "`endonym undo`", "`.gitignore`", "(2011, 2011-12-16)", "TEXT", "RUN"):
            assert all((token in id) == (token in said) for said in strings if id), (id, token)
    forms = int(catalog.head["Plural-Forms"].partition("nplurals=")[2][0])
    assert all(len(one.strings) == forms for one in living.values() if one.plural is not None)
