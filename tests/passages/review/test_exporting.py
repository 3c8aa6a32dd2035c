"""A session goes out as a translation memory, XLIFF, a table or a page to read; the file under review is not touched."""

import re
from html.parser import HTMLParser

import pytest

from passages.bitext import open_bitext
from passages.errors import DocumentError
from passages.pair import PairState
from tests.passages.review.conftest import rows, texts, write


@pytest.fixture
def reviewed(session):
    session.edit(1, "Мост ещё закрыт.")
    session.set_state([0, 1], PairState.APPROVED)
    session.set_state([3], PairState.NEEDS_WORK)
    session.comment(3, "Which <captain>?\nBoth & none.")
    session.merge(1)
    return session


@pytest.mark.parametrize(("kind", "name"), [("tmx", "out.tmx"), ("xliff", "out.xlf"), ("csv", "out.csv")])
def test_the_pairs_as_they_stand_can_be_read_back(reviewed, tmp_path, kind, name):
    before = reviewed.path.read_bytes()
    done = reviewed.export(kind, tmp_path / name)
    assert done.text == f"4 pairs written to {tmp_path / name}"
    written = open_bitext(tmp_path / name)
    assert [(pair.source, pair.target) for pair in written.pairs] == texts(reviewed)
    if kind != "csv":
        assert [pair.state for pair in written.pairs] == [reviewed.state(index) for index in range(4)]
        assert any("Which <captain>?" in note for note in written.pairs[2].notes)
    assert reviewed.path.read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("docx", "out.docx", "there is no export docx; name one of tmx, xliff, csv, html"),
        ("csv", "river.json", "it is the file under review; choose another name, or save"),
        ("csv", "no/such/folder.csv", "cannot write it"),
    ],
)
def test_what_cannot_be_exported_is_refused(reviewed, tmp_path, kind, name, said):
    with pytest.raises(DocumentError, match=said):
        reviewed.export(kind, tmp_path / name)


def test_a_text_that_xml_cannot_hold_is_refused_in_one_line(file, reopened, tmp_path):
    write(file, rows([("a", "б\x01")]))
    with pytest.raises(DocumentError) as caught:
        reopened().export("tmx", tmp_path / "out.tmx")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out.tmx").exists()


class Page(HTMLParser):
    """What a page says, and what it loads."""

    def __init__(self, text):
        super().__init__()
        self.words, self.loads, self.open = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.loads += [(tag, name, value) for name, value in attributes if name in ("src", "href") and not (value or "").startswith("#")]
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag in ("script", "link", "img", "iframe"):
            self.loads.append((tag, "", ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


def page(session, tmp_path):
    session.export("html", tmp_path / "review.html")
    text = (tmp_path / "review.html").read_text("utf-8")
    return text, Page(text)


def test_the_report_shows_what_somebody_has_to_read(reviewed, tmp_path):
    text, told = page(reviewed, tmp_path)
    said = re.sub(r"\s+", " ", "".join(told.words))
    assert (told.loads, told.open) == ([], [])
    assert "Review of river.json" in said
    assert "! Needs work" in said
    assert "Which <captain>?" in said
    assert "Both & none." in said
    assert re.search("<ins>[^<]*ещё", text)
    assert "The river is high." not in said, "approved without a word"
    assert "default-src 'none'" in text


def test_the_report_holds_hostile_texts(file, reopened, tmp_path):
    write(file, rows([("<script>alert(1)</script>", "\u202eб\x1b[31m"), ("", "")]))
    session = reopened(reviewer="<b>A</b>")
    session.set_state([0, 1], PairState.NEEDS_WORK)
    session.comment(0, "</blockquote><script>")
    text, told = page(session, tmp_path)
    assert told.loads == []
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_report_of_a_review_without_a_word_says_so(session, tmp_path):
    assert "No pair needs work, was changed or has a comment." in page(session, tmp_path)[0]


def test_the_report_has_what_is_no_longer_in_the_file(file, reopened, tmp_path):
    reopened().comment(2, "Which ferry?")
    write(file, rows()[:2])
    said = "".join(page(reopened(), tmp_path)[1].words)
    assert "No longer in the file" in said
    assert "Which ferry?" in said
