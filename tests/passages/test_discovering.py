"""Discovery over files: what is read, what is out of sight, what is reported; and its three reports."""

import json
import re

import pytest

from glossary.discover_model import Standing
from passages.discovering import discover_files
from passages.normalizing import Selection
from passages.reports.cells import width
from passages.reports.discovery_html import render as page
from passages.reports.discovery_json import SCHEMA_VERSION
from passages.reports.discovery_json import render as as_json
from passages.reports.discovery_text import render as text
from passages.reports.discovery_text import spelling_map


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(
        "# Notes\n\nThey met in Zhezkazgan, and in Zhezkazgan they stayed.\n\nSee `Dossor` and <https://Example.org/Emba> there.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_bytes("Письмо из Жезказгана. В Жезказгане зима, а Жезказган велик.\n".encode("cp1251"))
    (tmp_path / "c.txt").write_text("the road from Zhezqazghan <b> & “Oral”\n", encoding="utf-8-sig")
    return tmp_path


def found(folder, **options):
    return discover_files(Selection((str(folder),)), **options)


def members(discovery, spelling):
    return next(([m.text for m in one.members] for one in discovery.families if spelling in [m.text for m in one.members]), [])


def test_files_in_three_encodings_and_two_formats_are_one_discovery(folder):
    discovery = found(folder).discovery
    assert [path.rsplit("/", 1)[-1] for path in discovery.documents] == ["a.md", "b.txt", "c.txt"]
    assert {"Zhezkazgan", "Zhezqazghan", "Жезказган"} <= set(members(discovery, "Zhezkazgan"))


def test_code_and_addresses_are_out_of_sight(folder):
    discovery = found(folder).discovery
    assert members(discovery, "Dossor") == []
    assert members(discovery, "Emba") == []


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_told(folder):
    (folder / "d.txt").write_bytes(b"\xff\xfe\x00\xd8\x41")
    (folder / "e.txt").write_bytes(b"PK\x03\x04\x00\x00\x00\x00")
    result = found(folder)
    named = [item.path for item in (*result.failures, *result.skipped)]
    assert {path.rsplit("/", 1)[-1] for path in named} == {"d.txt", "e.txt"}
    assert members(result.discovery, "Zhezkazgan")


def test_an_empty_file_has_no_names(tmp_path):
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert found(tmp_path).discovery.families == ()


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_the_text_report_keeps_to_its_columns(folder, columns):
    for line in text(found(folder).discovery, columns=columns, everything=True):
        assert width(line.rstrip("\n")) <= columns
        assert line.endswith("\n")


def test_the_text_report_names_spellings_and_what_to_do_next(folder):
    said = "".join(text(found(folder).discovery))
    assert "Zhezqazghan (1 time)" in said
    assert "-o proposals.csv" in said


def test_the_map_has_a_line_for_each_spelling_and_a_column_for_each_document(folder):
    discovery = found(folder).discovery
    lines = "".join(spelling_map(discovery, columns=80)).splitlines()
    row = next(line for line in lines if line.strip().startswith("Zhezqazghan "))
    assert row.split()[1:] == ["·", "·", "1"]
    assert sum("Zhezqazghan" in line for line in lines) == 1


def test_no_map_of_names_with_one_spelling(tmp_path):
    (tmp_path / "a.txt").write_text("They went to Oral.", encoding="utf-8")
    assert list(spelling_map(found(tmp_path).discovery)) == []


def test_json_has_every_name(folder):
    discovery = found(folder).discovery
    said = json.loads("".join(as_json(discovery, "0")))
    assert said["schema_version"] == SCHEMA_VERSION
    assert [one["headword"] for one in said["families"]] == [one.headword for one in discovery.families]
    member = next(m for one in said["families"] for m in one["members"] if m["text"] == "Zhezqazghan")
    assert set(member) == {"chance", "count", "documents", "language", "reasons", "samples", "script", "standing", "text", "type"}
    assert list(member["documents"].values()) == [1]


def test_the_page_needs_nothing_from_outside_and_escapes_what_it_quotes(folder):
    said = "".join(page(found(folder).discovery, "0"))
    assert "<svg" in said
    assert "&lt;b&gt; &amp;" in said
    assert not re.search(r"<(?:script|link|img)\b|(?:href|src)=", said)
    for name in ("section", "ol", "li", "svg", "g", "div", "main"):
        assert len(re.findall(rf"<{name}[ >]", said)) == said.count(f"</{name}>"), name


def test_the_page_of_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("nothing", encoding="utf-8")
    said = "".join(page(found(tmp_path).discovery, "0"))
    assert "<svg" not in said
    assert "nothing to decide" in said


def test_a_map_of_many_documents_is_cut_and_says_so(tmp_path):
    for number in range(70):
        (tmp_path / f"{number:02}.txt").write_text(
            f"the road to {'Zhezqazghan' if number % 2 else 'Zhezkazgan'}, far away", encoding="utf-8"
        )
    said = "".join(page(found(tmp_path).discovery, "0"))
    assert "Of 70 documents" in said
    assert said.count("<title>Zhezkazgan") + said.count("<title>Zhezqazghan") <= 60


def test_a_name_in_other_cases_only_is_proposed_as_one_that_the_texts_do_not_have(tmp_path):
    (tmp_path / "a.ru.txt").write_text("Мы ехали до Шалкара, говорили о Шалкаре и жили за Шалкаром.", encoding="utf-8")
    (family,) = [one for one in found(tmp_path).discovery.families if one.headword == "Шалкар"]
    head, *forms = family.members
    assert (head.standing, head.count, head.documents) == (Standing.HEADWORD, 0, ())
    assert "not in the texts" in head.reasons[0]
    assert {member.standing for member in forms} == {Standing.FORM}
    assert not family.open


def test_a_name_in_another_case_than_in_latin_letters_is_a_form_however_frequent(tmp_path):
    (tmp_path / "a.ru.txt").write_text("Мы говорили с Бергманом, спорили с Бергманом (Bergman) и ушли.", encoding="utf-8")
    (one,) = found(tmp_path).discovery.families
    assert [(member.text, member.standing) for member in one.members] == [("Bergman", Standing.HEADWORD), ("Бергманом", Standing.FORM)]


def test_what_is_sure_to_be_a_doubtful_spelling_is_doubtful_too(tmp_path):
    """Линус and Linus are one name for sure; that either is Linux is not."""
    (tmp_path / "a.ru.txt").write_text("Это о Linux и снова о Linux. Потом о нём писал Линус (по-английски Linus).", encoding="utf-8")
    standings = {
        member.text: member.standing for one in found(tmp_path).discovery.families for member in one.members if one.headword == "Linux"
    }
    assert standings == {"Linux": Standing.HEADWORD, "Линус": Standing.DOUBTFUL, "Linus": Standing.DOUBTFUL}


def test_standings_of_what_a_text_has(folder):
    standings = {m.text: m.standing for one in found(folder).discovery.families for m in one.members}
    assert standings["Жезказгане"] is Standing.FORM


def test_no_number_of_the_map_stands_on_a_field_between_faint_and_deep(tmp_path):
    for number in range(1, 12):
        (tmp_path / f"{number}.en.txt").write_text("They saw Shalkar. " * number + "They saw Shalqar." * (number % 2), encoding="utf-8")
    said = "".join(page(found(tmp_path).discovery, "0"))
    depths = sorted({float(depth) for depth in re.findall(r'fill-opacity="([\d.]+)"', said)})
    assert depths[0] < 0.3
    assert depths[-1] == 1.0
    assert not [depth for depth in depths if 0.45 < depth < 0.8]
    assert said.count("<svg") == 2
