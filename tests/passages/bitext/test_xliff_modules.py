"""XLIFF 2 with its modules: what stands beside the text is neither read as pairs nor touched by an edit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from passages.bitext import Bitext, open_bitext
from passages.pair import PairChange, PairState

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="{version}" srcLang="en" trgLang="kk" xml:space="preserve"
  xmlns="urn:oasis:names:tc:xliff:document:{namespace}"
  xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"
  xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"
  xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
  xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0"
  xmlns:my="urn:example:mine">
 <file id="f1" original="guide.md">
  <skeleton href="guide.skl"/>
  <notes><note id="n1" category="file">Of the whole <![CDATA[<file>]]></note></notes>
  <mda:metadata id="m1"><mda:metaGroup category="row"><mda:meta type="source">not a source</mda:meta></mda:metaGroup></mda:metadata>
  <group id="g1" name="harbour">
   <notes><note>Of the group</note></notes>
   <group id="g2">
    <unit id="u1" fs:fs="p" my:kept='as "is"'>
     <mtc:matches>
      <mtc:match ref="#m=1" similarity="81.0"><source>The boat is old.</source><target>Қайық ескі.</target></mtc:match>
     </mtc:matches>
     <gls:glossary><gls:glossEntry><gls:term>boat</gls:term><gls:translation>қайық</gls:translation></gls:glossEntry></gls:glossary>
     <mda:metadata><mda:metaGroup><mda:meta type="target">not a target</mda:meta></mda:metaGroup></mda:metadata>
     <notes><note appliesTo="target" priority="1">Of the boat</note></notes>
     <originalData><data id="d1">&lt;b&gt;</data><data id="d2"><cp hex="001B"/>[0m</data></originalData>
     <segment id="s1" state="translated" subState="my:checked">
      <source>The <mrk id="m1" type="term" translate="yes">boat</mrk> is <sc id="1" dataRef="d1"/>old<ec startRef="1" dataRef="d1"/>.</source>
      <target><mrk id="m1" type="term" translate="yes">Қайық</mrk> <sc id="1" dataRef="d1"/>ескі<ec startRef="1" dataRef="d1"/>.</target>
     </segment>
     <ignorable id="i1"><source>  </source><target>  </target></ignorable>
     <segment id="s2" canResegment="no" state="reviewed">
      <source>Ring <cp hex="0007"/> twice<sm id="m2" type="comment" value="why?"/> a day<em startRef="m2"/>.</source>
      <target>Күніне <cp hex="0007"/> екі <sm id="m2" type="comment" value="why?"/>рет<em startRef="m2"/>.</target>
     </segment>
    </unit>
    <unit id="u2" xml:space="default">
     <segment state="initial"><source>
        Two
        lines
     </source></segment>
    </unit>
   </group>
   <unit id="u3">
    <segment id="s1" state="final"><source><ec id="9" isolated="yes"/>The end<ph id="2" canDelete="no" equiv="!"/></source><target><ec id="9" isolated="yes"/>Соңы<ph id="2" canDelete="no" equiv="!"/></target></segment>
   </unit>
  </group>
 </file>
</xliff>
"""
VERSIONS = [("2.0", "2.0"), ("2.1", "2.0"), ("2.2", "2.2")]
TARGETS = re.compile(r"(<segment.*?(?=</segment>))", re.DOTALL)


@pytest.fixture(params=VERSIONS, ids=[version for version, _ in VERSIONS])
def bitext(request: pytest.FixtureRequest, tmp_path: Path) -> Bitext:
    version, namespace = request.param
    path = tmp_path / "guide.xlf"
    path.write_text(FILE.format(version=version, namespace=namespace), "utf-8", newline="")
    return open_bitext(path)


def plain(text: str) -> str:
    """A text without its codes."""
    return re.sub(r"</?\w+/?>", "", text)


def test_only_segments_are_pairs(bitext: Bitext) -> None:
    assert [plain(pair.source).split() for pair in bitext.pairs] == [
        ["The", "boat", "is", "old."], ["Ring", "twice", "a", "day."], ["Two", "lines"], ["The", "end"],
    ]  # fmt: skip
    assert [plain(pair.target) for pair in bitext.pairs][2:] == ["", "Соңы"]
    assert [pair.state for pair in bitext.pairs] == [
        PairState.UNREVIEWED, PairState.APPROVED, PairState.UNREVIEWED, PairState.APPROVED,
    ]  # fmt: skip
    assert any("Of the boat" in note for note in bitext.pairs[0].notes)


def test_without_changes_the_bytes_are_the_same(bitext: Bitext) -> None:
    assert bitext.to_bytes() == bitext.data
    assert bitext.to_bytes({pair.key: PairChange(target=pair.target, state=pair.state) for pair in bitext.pairs}) == bitext.data


@pytest.mark.parametrize("at", range(4))
def test_an_edit_touches_its_own_segment(bitext: Bitext, at: int) -> None:
    pair = bitext.pairs[at]
    text = f"{pair.target} да" if pair.target else "Екі жол"
    new = bitext.to_bytes({pair.key: PairChange(target=text, state=PairState.APPROVED)})
    before, after = (TARGETS.split(data.decode()) for data in (bitext.data, new))
    assert [number for number, (old, now) in enumerate(zip(before, after, strict=True)) if old != now] == [2 * at + 1]
    bitext.path.write_bytes(new)
    again = open_bitext(bitext.path)
    assert (again.pairs[at].target, again.pairs[at].state) == (text, PairState.APPROVED)
    assert [one.target for one in again.pairs if one.key != pair.key] == [one.target for one in bitext.pairs if one.key != pair.key]


def test_a_sub_state_goes_with_the_state_it_is_of(bitext: Bitext) -> None:
    new = bitext.to_bytes({bitext.pairs[0].key: PairChange(state=PairState.NEEDS_WORK)}).decode()
    assert 'subState="my:checked"' not in new
    kept = bitext.to_bytes({bitext.pairs[0].key: PairChange(target=bitext.pairs[0].target + " ")}).decode()
    assert 'state="translated" subState="my:checked"' in kept


def test_a_control_character_stays_the_element_it_is(bitext: Bitext) -> None:
    pair = bitext.pairs[1]
    new = bitext.to_bytes({pair.key: PairChange(target=pair.target.replace("Күніне", "Тәулігіне"))}).decode()
    assert 'Тәулігіне <cp hex="0007"/> екі <sm id="m2" type="comment" value="why?"/>рет<em startRef="m2"/>.' in new
