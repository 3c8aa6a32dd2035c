"""What every format of pairs promises: no change, the same bytes; one change, one span; and what was written is read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from passages.bitext import FORMATS, Bitext, open_bitext, token
from passages.bitext.tokens import codes_in, spelled_out
from passages.errors import DocumentError
from passages.pair import CodeKind, NewPair, Pair, PairChange, PairState

from .samples import SAMPLES, Sample

each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
TOWN = "Город у моря."


def write(folder: Path, sample: Sample, data: bytes | None = None) -> Path:
    path = folder / sample.name
    path.write_bytes(sample.encoded() if data is None else data)
    return path


def reopened(folder: Path, sample: Sample, data: bytes) -> list[Pair]:
    return list(open_bitext(write(folder, sample, data)).pairs)


def difference(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """What stands between the longest common beginning and end."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    stop = next((at for at in range(shorter - start) if old[-1 - at] != new[-1 - at]), shorter - start)
    return old[start : len(old) - stop], new[start : len(new) - stop]


def said(pair: Pair) -> tuple[str, str]:
    return spelled_out(pair.source, pair.source_codes), spelled_out(pair.target, pair.target_codes)


def test_every_format_has_a_sample() -> None:
    assert {one.name for one in FORMATS} <= {open_name(sample) for sample in SAMPLES}


def test_every_format_has_its_line_on_the_page() -> None:
    page = (Path(__file__).parents[3] / "docs" / "bitexts.md").read_text(encoding="utf-8")
    for one in FORMATS:
        assert f"`{one.name}`" in page
        assert all(f"`{suffix}`" in page for suffix in one.suffixes)


def open_name(sample: Sample) -> str:
    return next(one.name for one in FORMATS if Path(sample.name).suffix in one.suffixes)


@each
def test_the_pairs_are_found(tmp_path: Path, sample: Sample) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    assert len(bitext.pairs) == sample.pairs == len({pair.key for pair in bitext.pairs})
    assert (bitext.source_language, bitext.target_language) == sample.languages
    assert [pair.source for pair in bitext.pairs if pair.target == TOWN] == ["A town by the sea."]
    for pair in bitext.pairs:
        assert pair.target in bitext.data.decode() or not pair.target.isalpha()
        assert pair.line is not None
        assert 0 < pair.line <= bitext.data.count(b"\n") + 1
        assert codes_in(pair.source, pair.source_codes) == pair.source_codes
        assert codes_in(pair.target, pair.target_codes) == pair.target_codes


@each
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_without_changes_the_bytes_are_the_same(tmp_path: Path, sample: Sample, ending: str) -> None:
    for encoding in sample.encodings:
        data = sample.encoded(encoding, ending)
        bitext = open_bitext(write(tmp_path, sample, data))
        assert len(bitext.pairs) == sample.pairs
        assert bitext.to_bytes() == data
        same = {pair.key: PairChange(target=pair.target, state=pair.state, source=pair.source) for pair in bitext.pairs}
        assert bitext.to_bytes(same) == data
        assert bitext.digest == open_bitext(bitext.path).digest


@each
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_one_edit_is_one_span_of_the_file(tmp_path: Path, sample: Sample, ending: str) -> None:
    for encoding in sample.encodings:
        data = sample.encoded(encoding, ending)
        bitext = open_bitext(write(tmp_path, sample, data))
        town = next(pair for pair in bitext.pairs if pair.target == TOWN)
        new = bitext.to_bytes({town.key: PairChange(target="Городок у моря.")})
        codec = bitext.encoding
        assert difference(data, new) == (b"", "ок".encode(codec)), encoding
        assert next(pair for pair in reopened(tmp_path, sample, new) if pair.key == town.key) == replace(town, target="Городок у моря.")


@each
def test_each_pair_can_be_edited_and_no_other_pair_changes(tmp_path: Path, sample: Sample) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    before = list(bitext.pairs)
    for at, pair in enumerate(before):
        if pair.locked:
            with pytest.raises(ValueError, match="may not be changed"):
                bitext.to_bytes({pair.key: PairChange(target="иначе")})
            continue
        text = f"{pair.target}, и ещё"
        after = reopened(tmp_path, sample, bitext.to_bytes({pair.key: PairChange(target=text)}))
        assert [said(one) for one in after] == [
            said(replace(one, target=text) if at == number else one) for number, one in enumerate(before)
        ]
        assert [one.state for one in after] == [one.state for one in before]


@each
def test_all_pairs_can_be_changed_at_once(tmp_path: Path, sample: Sample) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    open_pairs = [pair for pair in bitext.pairs if not pair.locked]
    changes = {pair.key: PairChange(f"- {pair.target}", state=PairState.NEEDS_WORK, note="заметка") for pair in open_pairs}
    after = {pair.key: pair for pair in reopened(tmp_path, sample, bitext.to_bytes(changes))}
    for pair in open_pairs:
        one = after[pair.key]
        assert one.target == f"- {pair.target}"
        assert one.state is (PairState.NEEDS_WORK if PairState.NEEDS_WORK in sample.states else PairState.UNREVIEWED)
        assert any("заметка" in note for note in one.notes) is sample.notes


@each
@pytest.mark.parametrize("state", PairState)
def test_a_state_is_read_back_and_nothing_else_changes(tmp_path: Path, sample: Sample, state: PairState) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    for pair in bitext.pairs:
        new = bitext.to_bytes({pair.key: PairChange(state=state)})
        after = next(one for one in reopened(tmp_path, sample, new) if one.key == pair.key)
        assert said(after) == said(pair)
        assert after.notes == pair.notes
        alone = (
            pair.plural is None and ":" not in pair.key.partition("/")[2]
        )  # the strings of a plural and the segments of a unit share one
        if state in sample.states and alone and not pair.locked:
            assert after.state is state
            back = open_bitext(bitext.path).to_bytes({pair.key: PairChange(state=pair.state)})
            assert next(one for one in reopened(tmp_path, sample, back) if one.key == pair.key).state is pair.state


@each
@pytest.mark.parametrize("note", ["Проверить имя", 'two\nlines & <tags> "quoted"', "endonym: mine"])
def test_a_comment_is_read_back_replaced_and_taken_out(tmp_path: Path, sample: Sample, note: str) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    for pair in bitext.pairs:
        with_note = bitext.to_bytes({pair.key: PairChange(note=note)})
        if not sample.notes:
            assert with_note == bitext.data
            continue
        one = next(one for one in reopened(tmp_path, sample, with_note) if one.key == pair.key)
        assert sorted(one.notes) == sorted((*pair.notes, note))
        other = open_bitext(bitext.path).to_bytes({pair.key: PairChange(note="иначе")})
        two = next(one for one in reopened(tmp_path, sample, other) if one.key == pair.key)
        assert sorted(two.notes) == sorted((*pair.notes, "иначе"))
        without = open_bitext(bitext.path).to_bytes({pair.key: PairChange(note="")})
        three = next(one for one in reopened(tmp_path, sample, without) if one.key == pair.key)
        assert (said(three), three.notes) == (said(pair), pair.notes)
        if pair.target and not sample.name.endswith("sv"):
            assert without == bitext.data
        write(tmp_path, sample)


@each
def test_codes_are_tokens_that_can_be_moved_and_left_out(tmp_path: Path, sample: Sample) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    if not sample.xml:
        assert all(not pair.source_codes and not pair.target_codes for pair in bitext.pairs)
        return
    pair = next(pair for pair in bitext.pairs if {code.kind for code in pair.source_codes} == set(CodeKind))
    assert {(code.kind, code.id) for code in pair.source_codes} == {(code.kind, code.id) for code in pair.target_codes}
    alone = next(token(code.kind, code.id) for code in pair.source_codes if code.kind is CodeKind.ALONE)
    for text in (pair.source, alone + pair.target.replace(alone, ""), "ничего", pair.target.replace(alone, "")):
        new = bitext.to_bytes({pair.key: PairChange(target=text)})
        after = next(one for one in reopened(tmp_path, sample, new) if one.key == pair.key)
        assert (after.target, after.source) == (text, pair.source)
        assert {code.raw for code in after.target_codes} <= {code.raw for code in (*pair.source_codes, *pair.target_codes)}
    opened = next(token(code.kind, code.id) for code in pair.source_codes if code.kind is CodeKind.OPEN)
    for text, why in (
        (opened + "слово", "is missing"),
        (alone + alone, "stands twice"),
        (opened.replace("<", "</") + "слово" + opened, "stands before"),
    ):
        assert why in (bitext.text_fault(pair, text) or "")
        with pytest.raises(DocumentError, match=why):
            bitext.to_bytes({pair.key: PairChange(target=text)})


@each
def test_a_translation_that_was_missing_may_have_the_codes_of_its_source(tmp_path: Path, sample: Sample) -> None:
    if not sample.xml:
        pytest.skip("has no codes")
    bitext = open_bitext(write(tmp_path, sample))
    pair = next(pair for pair in bitext.pairs if {code.kind for code in pair.source_codes} == set(CodeKind))
    emptied = bitext.to_bytes({pair.key: PairChange(target="")})
    again = open_bitext(write(tmp_path, sample, emptied))
    new = again.to_bytes({pair.key: PairChange(target=pair.source)})
    assert next(one for one in reopened(tmp_path, sample, new) if one.key == pair.key).target == pair.source


@each
def test_pairs_are_merged_and_split_where_the_file_allows_it(tmp_path: Path, sample: Sample) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    first, second = bitext.pairs[0], bitext.pairs[1]
    merge = {
        first.key: PairChange(source=f"{first.source} {second.source}", target="оба", codes=second.source_codes),
        second.key: PairChange(removed=True),
    }
    split = {first.key: PairChange(source="A town", target="Город", followers=(NewPair("by the sea.", "у моря."), NewPair("<&>", "")))}
    assert ("structure" in bitext.can) is sample.structure
    if not sample.structure:
        for changes in (merge, split):
            with pytest.raises(ValueError, match="cannot be merged"):
                bitext.to_bytes(changes)
        return
    merged = reopened(tmp_path, sample, bitext.to_bytes(merge))
    assert [pair.target for pair in merged] == ["оба", *(pair.target for pair in bitext.pairs[2:])]
    parts = reopened(tmp_path, sample, bitext.to_bytes(split))
    assert [(pair.source, pair.target) for pair in parts[:3]] == [("A town", "Город"), ("by the sea.", "у моря."), ("<&>", "")]
    assert [said(pair) for pair in parts[3:]] == [said(pair) for pair in bitext.pairs[1:]]
    last = bitext.pairs[-1]
    behind = reopened(tmp_path, sample, bitext.to_bytes({last.key: PairChange(followers=(NewPair("s", "т", PairState.NEEDS_WORK),))}))
    assert (behind[-1].source, behind[-1].target) == ("s", "т")


ODD = st.text(
    st.sampled_from("abЖңا\u0301𐍈 \n\t\"'\\<>&;/1%{}],]-#|=") | st.characters(exclude_categories=("Cs", "Cc")), max_size=40
) | st.sampled_from(
    ["<1>", "&amp;", "<b>жирно</b>", "]]>", "<![CDATA[", "<!-- x -->", "msgstr", '"', "\\n", "a\n", "\n", " ", "&#10;", "\ufeff", "=1+1"]
)


@each
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(start=ODD, middle=st.booleans(), end=ODD, number=st.integers(0, 20))
@example(start="", middle=False, end="", number=0)
@example(start="]]>", middle=True, end="]]>", number=3)
@example(start="a]]", middle=False, end=">&<", number=3)
def test_any_text_is_read_back_as_it_was_written(tmp_path: Path, sample: Sample, start: str, middle: bool, end: str, number: int) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    open_pairs = [pair for pair in bitext.pairs if not pair.locked]
    pair = open_pairs[number % len(open_pairs)]
    text = start + (pair.target if middle else "") + end
    assume(bitext.text_fault(pair, text) is None)
    new = bitext.to_bytes({pair.key: PairChange(target=text)})
    after = reopened(tmp_path, sample, new)
    known = (*pair.source_codes, *pair.target_codes)
    expected = [said(one) for one in bitext.pairs]
    expected[[one.key for one in bitext.pairs].index(pair.key)] = (said(pair)[0], spelled_out(text, codes_in(text, known)))
    assert [said(one) for one in after] == expected


@each
@pytest.mark.parametrize("character", ["\0", "\x1b", "\ud800", "\r", "\ufffe"])
def test_what_a_format_cannot_hold_is_said_before_and_refused_after(tmp_path: Path, sample: Sample, character: str) -> None:
    bitext = open_bitext(write(tmp_path, sample))
    pair = bitext.pairs[0]
    text = f"a{character}b"
    fault = bitext.text_fault(pair, text)
    if fault is None:
        after = reopened(tmp_path, sample, bitext.to_bytes({pair.key: PairChange(target=text)}))
        assert after[0].target == text
    else:
        assert f"{ord(character):04X}" in fault
        with pytest.raises(DocumentError, match=r"change the text"):
            bitext.to_bytes({pair.key: PairChange(target=text)})
    assert (fault is None) is (character not in {"\0", "\ud800"} and not (character == "\ufffe" and sample.xml)) or character in {
        "\x1b",
        "\r",
    }


@each
def test_a_character_that_the_encoding_has_not_is_refused_or_written_as_a_reference(tmp_path: Path, sample: Sample) -> None:
    narrow = [one for one in sample.encodings if not one.startswith("utf")]
    if not narrow:
        pytest.skip("is always Unicode")
    bitext = open_bitext(write(tmp_path, sample, sample.encoded(narrow[0])))
    pair = bitext.pairs[0]
    if sample.xml:
        new = bitext.to_bytes({pair.key: PairChange(target="Жаңаөзен 𐍈")})
        assert reopened(tmp_path, sample, new)[0].target == "Жаңаөзен 𐍈"
    else:
        with pytest.raises(DocumentError, match="U\\+04A3"):
            bitext.to_bytes({pair.key: PairChange(target="Жаңаөзен")})


@each
def test_a_key_that_the_file_has_not_is_refused(tmp_path: Path, sample: Sample) -> None:
    with pytest.raises(ValueError, match="has no pair"):
        open_bitext(write(tmp_path, sample)).to_bytes({"nowhere": PairChange(target="x")})


def opened(path: Path) -> tuple[Bitext | None, str]:
    """The bitext, or what is said of a file that is none."""
    try:
        return open_bitext(path), ""
    except DocumentError as error:
        return None, str(error)


@each
def test_a_file_cut_short_is_refused_or_given_back_whole(tmp_path: Path, sample: Sample) -> None:
    data = sample.encoded()
    for size in range(0, len(data), max(1, len(data) // 97)):
        path = write(tmp_path, sample, data[:size])
        bitext, error = opened(path)
        if bitext is None:
            assert str(path) in error
            continue
        assert not sample.xml or size == len(data)
        assert bitext.to_bytes() == data[:size]
        assert all(pair.key for pair in bitext.pairs)


@each
@pytest.mark.parametrize("data", [b"", b" \n", b"\xff\xfe", b"\0" * 64, b"\x89PNG\r\n\x1a\n", "текст без всего".encode(), b"<a>" * 5000])
def test_what_is_no_such_file_is_refused_with_a_remedy(tmp_path: Path, sample: Sample, data: bytes) -> None:
    path = write(tmp_path, sample, data)
    bitext, error = opened(path)
    if bitext is None:
        assert error.startswith(f"{path}: ")
        assert "; " in error
    else:
        assert not sample.xml
        assert bitext.to_bytes() == data
        assert not list(bitext.pairs)
