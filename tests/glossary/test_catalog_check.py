"""Names in a translation against those of its original: what is found, and the one line that --fix changes."""

import shutil
import subprocess
from itertools import chain

import polib
import pytest

from glossary.catalog_check import check_catalog
from glossary.catalogs import Checked, check_file
from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.model import Concept, Guard, Status, Term, TermType
from glossary.po_scanner import scan

P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED


def en(text, status, **more):
    return Term(text, "en", "Latn", status, **more)


def ru(text, status, **more):
    return Term(text, "ru", "Cyrl", status, **more)


GLOSSARY = Glossary.of((
    Concept("zhanaozen", "place", (
        en("Zhanaozen", P), en("Novyi Uzen", S), ru("Жанаозен", P), ru("Жанаузень", D), ru("Новый Узень", S),
        Term("Жаңаөзен", "kk", "Cyrl", P), Term("Jañaözen", "kk", "Latn", P), Term("Жанаөзен", "kk", "Cyrl", D, misspelling=True),
    )),
    Concept("mangistau", "place", (
        en("Mangistau", P), en("Mangistau Region", P, type=TermType.FULL), ru("Мангистау", P), ru("Мангышлак", S),
        ru("Мангистауская область", P, type=TermType.FULL), ru("Мангышлакская область", S, type=TermType.FULL),
    )),
    Concept("aktau", "place", (en("Aktau", P), ru("Актау", P), ru("Шевченко", S, guard=Guard(excludes=("поэт",))))),
    Concept("shevchenko", "person", (en("Shevchenko", P), ru("Шевченко", P, guard=Guard(needs=("поэт",))))),
    Concept("greek", "people", (en("Greek", P), ru("грек", P))),
    Concept("armenia", "place", (en("Armenia", P), ru("Армения", P))),
    Concept("malawi", "place", (en("Malawi", P), ru("Малави", P))),
    Concept("uzbekistan", "place", (en("Uzbekistan", P), ru("Узбекистан", P))),
    Concept("lanka", "place", (en("Sri Lanka", P), ru("Шри-Ланка", P))),
    Concept("nowhere", "place", (en("Nowhere", P),)),
))  # fmt: skip

HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def checked(body, language="ru", **more):
    catalog = scan((HEAD.format(language) + "\n" + body).encode(), "x.po")
    return Checked(catalog, check_catalog(catalog, GLOSSARY.lexicon, **more))


def pair(id, said):
    return f'msgid "{id}"\nmsgstr "{said}"\n'


RIGHT = [
    ("inflected", "The town of Zhanaozen", "в городе Жанаозене"),
    ("an adjective", "Zhanaozen strike", "жанаозенская забастовка"),
    ("capitals", "Zhanaozen", "ЖАНАОЗЕН"),
    ("another type", "Mangistau Region", "в Мангистауской области"),
    ("the short for the full", "Mangistau Region", "на Мангистау"),
    ("a former name for a former name", "then called Novyi Uzen", "тогда Новый Узень"),
    ("modern where the original is not", "then called Novyi Uzen", "тогда Жанаозен"),
    ("an adjective of the original", "Armenian", "Армянский"),
    ("an adjective made otherwise", "Uzbekistan Sum", "Узбекский сум"),
    ("an adjective with more letters", "Malawi Kwacha", "Малавийская квача"),
    ("an adjective of two words", "Sri Lanka Rupee", "Шри-Ланкийская рупия"),
    ("a people", "Greek", "греческий"),
    ("a name that the language has not", "Nowhere", "Нигде"),
    ("a mnemonic inside", "Zhanaozen", "Жана&озен"),
    ("a mnemonic of GTK", "Zhanaozen", "_Жанаозен"),
    ("a placeholder", "%(Zhanaozen)s", "%(Zhanaozen)s"),
    ("an address", "see https://example.org/Zhanaozen", "см. https://example.org/Zhanaozen"),
    ("twice and once", "Zhanaozen, oh Zhanaozen", "О Жанаозен"),
    ("untranslated", "Zhanaozen", ""),
    ("ambiguous, and the original decides for the man", "Shevchenko", "Шевченко"),
    ("nothing at all", "A river", "Река"),
    ("twice in both", "Aktau, Aktau", "Актау, Актау"),
]


@pytest.mark.parametrize(("id", "said"), [row[1:] for row in RIGHT], ids=[row[0] for row in RIGHT])
def test_nothing_is_said_of_what_is_right(id, said):
    found = checked(pair(id, said))
    assert found.findings == ()
    assert not found.failed
    assert found.fixed() == found.catalog.data


WRONG = [
    ("deprecated", "Zhanaozen", "Жанаузень", "Жанаозен"),
    ("deprecated", "near Zhanaozen", "под Жанаузенью", "под Жанаозеном"),
    ("deprecated", "a town", "Жанаузень", "Жанаозен"),
    ("deprecated", "ZHANAOZEN", "ЖАНАУЗЕНЬ", "ЖАНАОЗЕН"),
    ("former-name", "Mangistau Region", "в Мангышлакской области", "в Мангистауской области"),
    ("former-name", "in Zhanaozen", "в Новом Узене", "в Жанаозене"),
    ("former-name", "in Aktau", "в городе Шевченко", "в городе Актау"),
    ("missing-name", "The town of Zhanaozen", "Город", None),
    ("missing-name", "The town of Zhanaozen", "Город Zhanaozen", None),
    ("missing-name", "Uzbekistan", "Узбек", None),
    ("missing-name", "Zhanaozen", "Жанаоезен", None),
    ("missing-name", "Aktau and Zhanaozen", "Актау и другие", None),
    ("doubled-name", "in Zhanaozen", "в Жанаозене Жанаозене", "в Жанаозене"),
    ("doubled-name", "in Zhanaozen", "в Жанаозене (Жанаозен)", None),
]


@pytest.mark.parametrize(("code", "id", "said", "after"), WRONG)
def test_what_is_wrong_and_its_repair(code, id, said, after):
    found = checked(pair(id, said))
    assert [one.code for one in found.findings] == [code]
    assert found.failed
    assert found.fixed().decode() == found.catalog.text.replace(f'"{said}"', f'"{after or said}"')
    assert [line.split(": ")[:2] for line in found.lines()] == [["x.po:7", code]]
    assert checked(pair(id, after)).findings == () if after else True


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("в Новом Узене Жанаозене", "в Жанаозене"),
        ("в Новом Узене Жанаозена", "в Жанаозене"),  # the first decides the case
        ("в Жанаозене Новом Узене", "в Жанаозене"),
        ("в Жанаузени Новом Узене", "в Жанаозене"),
        ("в Новом Узене (Жанаозене)", "в Новом Узене (Жанаозене)"),  # for a reader
    ],
)
def test_a_repair_doubles_no_name(said, after):
    assert checked(pair("in Zhanaozen", said)).fixed().decode().endswith(pair("in Zhanaozen", after))


def test_a_repair_changes_the_lines_of_its_words_only():
    body = (
        '# Жанаузень in a remark\n#: жанаузень.c:3\n#, no-wrap\n#| msgid "Жанаузень"\nmsgid "Mangistau Region and so on"\nmsgstr ""\n'
        '"В Мангышлакской "\n  "области и так\\tдалее "\n\n#~ msgid "Zhanaozen"\n#~ msgstr "Жанаузень"\n'
    )
    found = checked(body)
    before, after = found.catalog.data.decode().split("\n"), found.fixed().decode().split("\n")
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert changed == [('"В Мангышлакской "', '"В Мангистауской "')]


def test_fuzzy_messages_wait_for_their_translator():
    body = "#, fuzzy\n" + pair("Zhanaozen", "Жанаузень")
    assert checked(body).findings == ()
    assert [one.code for one in checked(body, fuzzy=True).findings] == ["deprecated"]


def test_each_string_of_a_plural_has_the_name_that_both_originals_have():
    body = 'msgid "One strike in Zhanaozen"\nmsgid_plural "%d strikes in Zhanaozen"\nmsgstr[0] "%d забастовка в Жанаозене"\nmsgstr[1] "%d забастовки"\nmsgstr[2] "%d забастовок в Жанаузени"\n'
    assert [(one.code, found.catalog.line(one.start)) for found in [checked(body)] for one in found.findings] == [
        ("missing-name", 9),
        ("deprecated", 10),
    ]
    assert checked(body.replace("strikes in Zhanaozen", "strikes").replace("Жанаузени", "Жанаозене")).findings == ()


@pytest.mark.parametrize(
    ("language", "said", "codes"),
    [
        ("kk", "Жаңаөзенде", []),
        ("kk", "Жанаөзен", ["misspelling"]),
        ("kk", "Jañaözen", ["missing-name"]),
        ("kk_Latn", "Jañaözende", []),
        ("kk@latin", "Жаңаөзен", ["missing-name"]),
        ("de", "Schanaosen", []),
    ],
)
def test_the_language_and_its_script_are_the_headers(language, said, codes):
    assert [one.code for one in checked(pair("Zhanaozen", said), language).findings] == codes


def test_the_language_may_be_given_or_be_the_files_name(tmp_path):
    body = pair("Zhanaozen", "Жанаузень").encode()
    assert len(check_catalog(scan(body, "locale/ru/LC_MESSAGES/x.po"), GLOSSARY.lexicon)) == 1
    assert len(check_catalog(scan(body, "x-ru.po"), GLOSSARY.lexicon, language="ru")) == 1
    with pytest.raises(GlossaryError, match="does not say which Language"):
        check_catalog(scan(HEAD.format("").encode() + body, "names.po"), GLOSSARY.lexicon)
    with pytest.raises(GlossaryError, match="cannot be read"):
        check_file(tmp_path / "none.po", GLOSSARY.lexicon)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_polib_and_msgfmt_agree_that_only_the_names_changed(tmp_path, ends):
    body = "\n".join(
        pair(id, said) for _, id, said, _ in dict.fromkeys((one[1], one) for one in WRONG) and {one[1]: one for one in WRONG}.values()
    )
    before = tmp_path / "before.po"
    before.write_bytes((HEAD.format("ru") + "\n" + body).replace("\n", ends).encode())
    found = check_file(before, GLOSSARY.lexicon)
    after = tmp_path / "after.po"
    after.write_bytes(found.fixed())
    old, new = polib.pofile(str(before)), polib.pofile(str(after))
    assert [one.msgid for one in old] == [one.msgid for one in new]
    wanted = {id: after or said for _, id, said, after in WRONG}
    assert {one.msgid: one.msgstr for one in new} == wanted
    assert before.read_bytes().count(ends.encode()) == after.read_bytes().count(ends.encode())
    if shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "-c", "-o", tmp_path / "x.mo", after], check=True, capture_output=True)
    # A second run has nothing more to change.
    again = check_file(after, GLOSSARY.lexicon)
    assert not list(chain.from_iterable(one.edits for one in again.findings))
