"""The filter language of a review, term by term, and what it selects."""

import pytest

from passages.pair import PairState
from passages.review.query import QueryError, Term, parse
from tests.passages.review.conftest import rows, write


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("is:needs-work", (Term("is", ("needs-work",)),)),
        ("IS:Approved", (Term("is", ("approved",)),)),
        ("is:approved,needs-work", (Term("is", ("approved", "needs-work")),)),
        ("-is:approved", (Term("is", ("approved",), negated=True),)),
        ("Мост", (Term("text", ("мост",)),)),
        ('"oil workers"', (Term("text", ("oil workers",)),)),
        ('-"oil workers"', (Term("text", ("oil workers",), negated=True),)),
        ('text:"two words" river', (Term("text", ("two words",)), Term("text", ("river",)))),
        ('source:"a, b"', (Term("source", ("a, b",)),)),
        ("target:a,b", (Term("target", ("a", "b")),)),
        ("name:Zhanaozen", (Term("name", ("Zhanaozen",)),)),
        ("code:double-word", (Term("code", ("double-word",)),)),
        ('"http://a.kz"', (Term("text", ("http://a.kz",)),)),
        ("-", (Term("text", ("-",)),)),
        ("e\u0301", (Term("text", ("é",)),)),
        ("12:30", (Term("text", ("12:30",)),)),
    ],
)
def test_a_filter_is_read(query, terms):
    assert parse(query) == terms


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("is:aproved", "there is no is:aproved – did you mean approved?"),
        ("is:xyz", "there is no is:xyz – there are approved, changed,"),
        ("has:coment", "there is no has:coment – did you mean comment?"),
        ("txt:a", "there is no filter txt: – did you mean text or context?; a text with a colon stands in quotation marks"),
        ("http://a.kz", "there is no filter http:"),
        ("name:", "name: needs something behind it"),
        ('text:""', "text: needs something behind it"),
        ('"open', "a quotation mark has no other half"),
    ],
)
def test_what_cannot_be_understood_says_what_to_write(query, said):
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


@pytest.fixture
def reviewed(file, reopened):
    content = rows()
    content[0] |= {"note": "Flood season.", "context": "weather"}
    content[4]["locked"] = True
    write(file, content)
    reopened("Baur").close()
    session = reopened()
    session.set_state([0, 1], PairState.APPROVED)
    session.set_state([3], PairState.NEEDS_WORK)
    session.edit(1, "Мост  закрыт..")
    session.comment(3, "Which Captain?")
    session.keep_draft(2, "Жд")
    return session


@pytest.mark.parametrize(
    ("query", "indexes"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("is:approved", [0, 1]),
        ("is:unreviewed", [2, 4]),
        ("is:needs-work", [3]),
        ("is:reviewed", [0, 1, 3]),
        ("-is:reviewed", [2, 4]),
        ("is:approved,needs-work", [0, 1, 3]),
        ("-is:approved,needs-work", [2, 4]),
        ("is:edited", [1]),
        ("is:unsaved", [0, 1, 3]),
        ("is:empty", [2]),
        ("is:locked", [4]),
        ("is:changed", []),
        ("has:comment", [3]),
        ("has:note", [0]),
        ("has:draft", [2]),
        ("the", [0, 1, 2]),
        ("THE is:approved", [0, 1]),
        ("мост", [1]),
        ("source:мост", []),
        ("target:мост", [1]),
        ("source:bridge,salt", [1, 4]),
        ("note:flood", [0]),
        ("comment:captain", [3]),
        ("context:weather", [0]),
        ("text:captain -has:comment", []),
        ("code:double-space", [1]),
        ("has:finding is:approved target:мост", [1]),
        ("has:fix code:double-space", [1]),
        ("code:no-such-check", []),
        ("nowhere", []),
    ],
)
def test_a_filter_selects(reviewed, query, indexes):
    assert reviewed.select(query) == indexes


@pytest.mark.parametrize(
    ("text", "start", "backwards", "index"),
    [
        ("the", 0, False, 0),
        ("the", 1, False, 1),
        ("the", 3, False, 0),
        ("the", 4, True, 2),
        ("КАПИТАН", 0, False, 3),
        ("bread", 3, True, 4),
        ("nowhere", 0, False, None),
        ("", 0, False, None),
        ("the", 99, False, 0),
    ],
)
def test_search_goes_around_the_end(session, text, start, backwards, index):
    assert session.find(text, start, backwards=backwards) == index
