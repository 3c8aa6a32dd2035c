"""The domain `names`: what a catalog made of a glossary says, and that the one in `locales/` is of the built-in glossary."""

import gettext
import os
import shutil
import subprocess
from pathlib import Path, PurePosixPath

import polib
import pytest

from glossary.catalogs import LANGUAGES, build, compiled, scan
from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term

LOCALES = Path(__file__).parents[2] / "locales"
DATE = "2026-11-23 12:00+0000"


def sample():
    return Glossary.of((
        Concept("zhanaozen", "place", (
            Term("Zhanaozen", "en", "Latn", Status.PREFERRED, sources=("atlas",)),
            Term("Жанаозен", "ru", "Cyrl", Status.PREFERRED, sources=("atlas", "law")),
            Term("Новый Узень", "ru", "Cyrl", Status.SUPERSEDED, valid_from="1968", valid_until="1992-10"),
            Term("Жаңаөзен", "kk", "Cyrl", Status.PREFERRED),
            Term("Jañaözen", "kk", "Latn", Status.PREFERRED),
        ), note='Oil town, called "new river"\nin Mangistau'),
        Concept("aktau", "place", (Term("Aktau", "en", "Latn", Status.PREFERRED),)),
        Concept("nameless", "place", (Term("Безымянный", "ru", "Cyrl", Status.PREFERRED),)),
    ))  # fmt: skip


def test_a_message_says_what_the_glossary_knows():
    files = build(sample(), ["ru"], date=DATE)
    assert sorted(map(str, files)) == ["names.pot", "ru/LC_MESSAGES/names.mo", "ru/LC_MESSAGES/names.po"]
    text = files[PurePosixPath("ru/LC_MESSAGES/names.po")].decode()
    assert text.endswith(
        '#. place: Oil town, called "new river"\n#. in Mangistau\n#. source: atlas, law\n#. former name: Новый Узень (1968–1992)\n'
        'msgctxt "zhanaozen"\nmsgid "Zhanaozen"\nmsgstr "Жанаозен"\n'
    )
    assert 'msgctxt "aktau"\nmsgid "Aktau"\nmsgstr ""\n' in text
    assert "Безымянный" not in text


def test_a_script_has_a_catalog_of_its_own(tmp_path):
    install(build(sample(), ["kk", "kk_Latn", "de"], date=DATE), tmp_path)
    said = {
        name: gettext.translation("names", tmp_path, languages=[name]).pgettext("zhanaozen", "Zhanaozen")
        for name in ("kk", "kk_Latn", "de")
    }
    assert said == {"kk": "Жаңаөзен", "kk_Latn": "Jañaözen", "de": "Zhanaozen"}


@pytest.mark.skipif(shutil.which("gettext") is None, reason="needs GNU gettext")
def test_gettext_of_the_shell_reads_them(tmp_path):
    install(build(sample(), ["kk"], date=DATE), tmp_path)
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "kk", "TEXTDOMAINDIR": str(tmp_path)}
    done = subprocess.run(["gettext", "-c", "zhanaozen", "names", "Zhanaozen"], env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == "Жаңаөзен"


def install(files, folder):
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def test_the_built_in_catalogs_are_of_the_built_in_glossary():
    template = scan((LOCALES / "names.pot").read_bytes())
    made = build(Glossary.builtin(), LANGUAGES, date=template.head["POT-Creation-Date"], project=template.head["Project-Id-Version"])
    assert {str(path) for path in made} == {str(path.relative_to(LOCALES).as_posix()) for path in LOCALES.rglob("names.*")}
    stale = [str(path) for path, data in made.items() if (LOCALES / path).read_bytes() != data]
    assert stale == [], "run: ./dev catalogs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_built_in_catalog_is_read_by_polib_and_msgfmt(language, tmp_path):
    file = LOCALES / language / "LC_MESSAGES" / "names.po"
    by_polib = {(one.msgctxt, one.msgid): one.msgstr for one in polib.pofile(str(file)) if one.msgstr}
    from_mo = {(one.msgctxt, one.msgid): one.msgstr for one in polib.mofile(str(file.with_suffix(".mo")))}
    assert by_polib == from_mo
    if shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "-c", "-o", tmp_path / "names.mo", file], check=True, capture_output=True)
        assert {(one.msgctxt, one.msgid): one.msgstr for one in polib.mofile(str(tmp_path / "names.mo"))} == from_mo


def test_a_wrong_locale_is_refused():
    with pytest.raises(ValueError, match="is no locale"):
        build(sample(), ["../ru"], date=DATE)


PO = r"""# head
msgid ""
msgstr ""
"POT-Creation-Date: 2026-01-01 00:00+0000\n"
"Language: ru\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\n"

msgid "z"
msgstr "я"

msgctxt "b"
msgid "z"
msgstr "Я"

#, fuzzy
msgid "unsure"
msgstr "неясно"

msgid "untranslated"
msgstr ""

msgid "%d town"
msgid_plural "%d towns"
msgstr[0] "%d город"
msgstr[1] "%d города"
msgstr[2] "%d городов"

#~ msgid "old"
#~ msgstr "старое"
"""


def test_compiling_takes_what_is_translated_and_certain(tmp_path):
    file = tmp_path / "x.mo"
    file.write_bytes(compiled(scan(PO.encode())))
    with file.open("rb") as stream:
        said = gettext.GNUTranslations(stream)
    assert (said.gettext("z"), said.pgettext("b", "z"), said.gettext("unsure"), said.gettext("old")) == ("я", "Я", "unsure", "old")
    assert [said.ngettext("%d town", "%d towns", count) for count in (1, 3, 5)] == ["%d город", "%d города", "%d городов"]
    assert "pot-creation-date" not in said.info()
    if shutil.which("msgfmt"):
        (tmp_path / "x.po").write_text(PO, "utf-8")
        subprocess.run(["msgfmt", "-o", tmp_path / "y.mo", tmp_path / "x.po"], check=True)
        assert entries(tmp_path / "y.mo") == entries(file)


def entries(file):
    mo = polib.mofile(str(file))
    return [(one.msgctxt, one.msgid, one.msgstr, one.msgstr_plural) for one in mo] + sorted(mo.metadata.items())


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "x.po:4: the message 'a' is there already .line 1."),
        ('domain "x"\nmsgid "a"\nmsgstr "b"\n', "divided by `domain`"),
        ('msgid "a"\nmsgstr "\\000"\n', "zero character"),
        ('#, c-format\nmsgid "%<PRIu64> bytes"\nmsgstr "%<PRIu64> б"\n', "depends on the machine"),
    ],
)
def test_what_cannot_be_compiled_is_refused(body, problem):
    with pytest.raises(GlossaryError, match=problem):
        compiled(scan(body.encode(), "x.po"))
