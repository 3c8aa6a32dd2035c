"""XLIFF: states in both directions, where targets and notes are put, segments of a unit, and what is never touched."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from passages.bitext import Bitext, open_bitext
from passages.pair import PairChange, PairState

ONE = """<xliff version="1.2"><file source-language="en" target-language="ru">
{}
</file></xliff>
"""
TWO = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"{}>
<file id="f">
{}
</file></xliff>
"""
UNREVIEWED, NEEDS_WORK, APPROVED = PairState.UNREVIEWED, PairState.NEEDS_WORK, PairState.APPROVED


def one(folder: Path, units: str) -> Bitext:
    path = folder / "a.xlf"
    path.write_text(ONE.format(units), encoding="utf-8")
    return open_bitext(path)


def two(folder: Path, units: str, language: str = ' trgLang="ru"') -> Bitext:
    path = folder / "b.xlf"
    path.write_text(TWO.format(language, units), encoding="utf-8")
    return open_bitext(path)


def changed(bitext: Bitext, *changes: PairChange) -> list[str]:
    """The lines that changes of the first pairs take out and put in."""
    old = bitext.data.decode()
    new = bitext.to_bytes({pair.key: change for pair, change in zip(bitext.pairs, changes, strict=False)}).decode()
    told = difflib.unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm="")
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("unit", "target", "state"),
    [
        ("", "<target>б</target>", UNREVIEWED),
        ("", "<target state='translated'>б</target>", UNREVIEWED),
        ("", "<target state='new'/>", UNREVIEWED),
        ("", "<target state='needs-translation'/>", UNREVIEWED),
        ("", "<target state='needs-translation'>б</target>", NEEDS_WORK),
        ("", "<target state='needs-review-l10n'>б</target>", NEEDS_WORK),
        ("", "<target state='signed-off'>б</target>", APPROVED),
        (" approved='yes'", "<target>б</target>", APPROVED),
        (" approved='no'", "<target state='translated'>б</target>", UNREVIEWED),
        (" approved='yes'", "<target state='needs-adaptation'>б</target>", NEEDS_WORK),
        (" approved='yes'", "", APPROVED),
    ],
)
def test_states_of_xliff_1(tmp_path: Path, unit: str, target: str, state: PairState) -> None:
    bitext = one(tmp_path, f'<trans-unit id="1"{unit}><source>a</source>{target}</trans-unit>')
    assert bitext.pairs[0].state is state
    for wanted in PairState:
        path = tmp_path / "c.xlf"
        path.write_bytes(bitext.to_bytes({bitext.pairs[0].key: PairChange(state=wanted)}))
        assert open_bitext(path).pairs[0].state is wanted


@pytest.mark.parametrize(
    ("attributes", "target", "state"),
    [
        ("", "<target>б</target>", UNREVIEWED),
        (' state="initial"', "", UNREVIEWED),
        (' state="translated" subState="x:done"', "<target>б</target>", UNREVIEWED),
        (' state="reviewed"', "<target>б</target>", APPROVED),
        (' state="final"', "<target>б</target>", APPROVED),
        (' state="translated" subState="endonym:needs-work"', "<target>б</target>", NEEDS_WORK),
    ],
)
def test_states_of_xliff_2(tmp_path: Path, attributes: str, target: str, state: PairState) -> None:
    bitext = two(tmp_path, f'<unit id="1"><segment{attributes}><source>a</source>{target}</segment></unit>')
    assert bitext.pairs[0].state is state
    for wanted in PairState:
        path = tmp_path / "c.xlf"
        data = bitext.to_bytes({bitext.pairs[0].key: PairChange(state=wanted)})
        path.write_bytes(data)
        assert open_bitext(path).pairs[0].state is wanted
        if wanted is not state:  # any state but `initial` asks for a target, and a changed one has no old subState
            assert b'state="initial"' in data or b"<target" in data
            assert b"x:done" not in data


def test_what_xliff_1_gets_stands_where_it_belongs(tmp_path: Path) -> None:
    bitext = one(
        tmp_path,
        '  <trans-unit id="1">\n    <source xml:space="preserve">a</source>\n    <alt-trans><target>z</target></alt-trans>\n  </trans-unit>',
    )
    assert changed(bitext, PairChange("б", state=NEEDS_WORK, note="see <map>")) == [
        '+    <target xml:space="preserve" state="needs-review-translation">б</target>',
        '+    <note from="endonym">see &lt;map&gt;</note>',
    ]
    assert changed(bitext, PairChange("б", state=APPROVED)) == [
        '-  <trans-unit id="1">',
        '+  <trans-unit id="1" approved="yes">',
        '+    <target xml:space="preserve">б</target>',
    ]


def test_what_xliff_2_gets_stands_where_it_belongs(tmp_path: Path) -> None:
    unit = ' <unit id="1">\n  <x:own xmlns:x="urn:x"/>\n  <segment>\n   <source>a</source>\n  </segment>\n </unit>'
    bitext = two(tmp_path, unit)
    assert changed(bitext, PairChange("б", state=NEEDS_WORK, note="see map")) == [
        "-  <segment>",
        "+  <notes>",
        '+   <note category="endonym" appliesTo="target">see map</note>',
        "+  </notes>",
        '+  <segment state="translated" subState="endonym:needs-work">',
        "+   <target>б</target>",
    ]
    assert [line for line in changed(two(tmp_path, unit, ""), PairChange(note="n")) if "trgLang" in line] == []


def test_the_segments_of_a_unit_are_pairs_and_a_missing_target_is_made_like_the_source(tmp_path: Path) -> None:
    source = '<seg-source>"<mrk mtype="seg" mid="a">One.</mrk> <g id="1"><mrk mtype="seg" mid="b">Two <x id="2"/>.</mrk></g>"</seg-source>'
    bitext = one(tmp_path, f'<trans-unit id="1"><source>"One. Two."</source>{source}</trans-unit>')
    assert [(pair.key, pair.source, pair.target) for pair in bitext.pairs] == [("1:a", "One.", ""), ("1:b", "Two <1/>.", "")]
    new = bitext.to_bytes({"1:b": PairChange("Два <1/>.", note="b only")}).decode()
    made = '<target>"<mrk mtype="seg" mid="a"></mrk> <g id="1"><mrk mtype="seg" mid="b">Два <x id="2"/>.</mrk></g>"</target>'
    assert f'</seg-source>{made}<note from="endonym b">b only</note></trans-unit>' in new
    bitext.path.write_text(new, encoding="utf-8")
    again = open_bitext(bitext.path)
    assert [(pair.target, pair.notes) for pair in again.pairs] == [("", ()), ("Два <1/>.", ("b only",))]
    assert 'mid="a">Раз.</mrk>' in again.to_bytes({"1:a": PairChange("Раз.")}).decode()


def test_a_unit_whose_target_is_not_divided_is_one_pair(tmp_path: Path) -> None:
    source = '<seg-source><mrk mtype="seg" mid="a">One.</mrk> <mrk mtype="seg" mid="b">Two.</mrk></seg-source>'
    bitext = one(tmp_path, f'<trans-unit id="1"><source>One. Two.</source>{source}<target>Раз. Два.</target></trans-unit>')
    assert [(pair.source, pair.target) for pair in bitext.pairs] == [("One. Two.", "Раз. Два.")]


def test_the_state_of_a_unit_is_that_of_all_its_segments(tmp_path: Path) -> None:
    marks = '<mrk mtype="seg" mid="a">1</mrk><mrk mtype="seg" mid="b">2</mrk>'
    bitext = one(tmp_path, f'<trans-unit id="1"><source>12</source><seg-source>{marks}</seg-source><target>{marks}</target></trans-unit>')
    approved, wrong = PairChange(state=APPROVED), PairChange(state=NEEDS_WORK)
    assert changed(bitext, approved) == []
    assert 'approved="yes"' in changed(bitext, approved, approved)[1]
    assert "needs-review-translation" in changed(bitext, approved, wrong)[1]


def test_what_may_not_be_translated_is_shown_and_locked(tmp_path: Path) -> None:
    unit = '<trans-unit id="{}"{}><source>a</source></trans-unit>'
    yes, no = (f' translate="{said}"' for said in ("yes", "no"))
    group = f"<group{no}>{unit.format(1, '')}{unit.format(2, yes)}</group>{unit.format(3, no)}{unit.format(4, '')}"
    assert [pair.locked for pair in one(tmp_path, group).pairs] == [True, False, True, False]


def test_contexts_places_and_limits_are_read(tmp_path: Path) -> None:
    group = '<context-group purpose="location"><context context-type="sourcefile">a.c</context><context context-type="linenumber">7</context></context-group>'
    bitext = one(
        tmp_path,
        f'<trans-unit id="1" resname="r" maxwidth="9" size-unit="char"><source>a</source>{group}</trans-unit>'
        '<trans-unit id="2" maxwidth="9"><source>a</source></trans-unit>',
    )
    first, second = bitext.pairs
    assert (first.context, first.places, first.limit) == ("r", ("a.c:7",), 9)
    assert second.limit is None  # in pixels
    sized = two(
        tmp_path,
        '<unit id="1" name="n" xmlns:s="urn:oasis:names:tc:xliff:sizerestriction:2.0" s:sizeRestriction="2,30"><segment><source>a</source></segment></unit>',
    )
    assert (sized.pairs[0].context, sized.pairs[0].limit) == ("n", 30)


def test_a_code_that_may_not_be_deleted_stays(tmp_path: Path) -> None:
    source = 'a<ph id="1" canDelete="no"/><ph id="2"/>'
    bitext = two(tmp_path, f'<unit id="1"><segment><source>{source}</source><target>{source}</target></segment></unit>')
    pair = bitext.pairs[0]
    assert "<1/> may not be left out" in (bitext.text_fault(pair, "б<2/>") or "")
    assert bitext.text_fault(pair, "б<1/>") is None
    assert bitext.text_fault(pair, "") is None


def test_a_file_that_names_no_target_language_gets_the_one_asked_for(tmp_path: Path) -> None:
    bitext = two(tmp_path, '<unit id="1"><segment><source>a</source></segment></unit>', "")
    assert "trgLang" in (bitext.text_fault(bitext.pairs[0], "б") or "")
    asked = open_bitext(bitext.path, target_language="kk")
    assert b'srcLang="en" trgLang="kk">' in asked.to_bytes({asked.pairs[0].key: PairChange("ә")})


def test_each_side_keeps_its_own_markup_for_a_code(tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source><g id="1" x="en">a</g></source><target><g x="ru" id="1">б</g></target></trans-unit>'
    bitext = one(tmp_path, unit)
    pair = bitext.pairs[0]
    assert (pair.source, pair.target) == ("<1>a</1>", "<1>б</1>")
    assert '<target>в <g x="ru" id="1">б</g></target>' in bitext.to_bytes({pair.key: PairChange("в <1>б</1>")}).decode()


def test_elements_of_codes_may_not_overlap(tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source><g id="1">a</g><g id="2">b</g></source></trans-unit>'
    bitext = one(tmp_path, unit)
    assert "may not overlap" in (bitext.text_fault(bitext.pairs[0], "<1>a<2>b</1>c</2>") or "")
    pairs = two(
        tmp_path, '<unit id="1"><segment><source><sc id="1"/>a<ec startRef="1"/><sc id="2"/>b<ec startRef="2"/></source></segment></unit>'
    )
    assert pairs.text_fault(pairs.pairs[0], "<1>a<2>b</1>c</2>") is None
