"""What becomes of a name under each policy. Samples: a text, and the text that `normalize` makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.findings import Severity
from glossary.glossary import Glossary
from glossary.model import CaseRule, Concept, Guard, Status, Term, TermType
from glossary.normalizer import Passage, examine, normalize
from glossary.policy import Former, Policy


def term(text, status, language="en", script="Latn", **more):
    return Term(text, language, script, status, sources=("test",), **more)


P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED

GLOSSARY = Glossary.of(
    (
        Concept("zhanaozen", "place", (
            term("Zhanaozen", P), term("Zhanoezen", D, misspelling=True), term("Novyi Uzen", S, valid_from="1968", valid_until="1992"),
            term("Novy Uzen", S, valid_until="1992", replacement="Zhanaozen"),
        )),
        Concept("mangistau", "place", (
            term("Mangistau", P), term("Mangystau", A), term("Mangistauski", D),
            term("Mangyshlak", S, valid_from="1973", valid_until="1990"),
        )),
        Concept("aktau", "place", (
            term("Aktau", P), term("Shevchenko", S, valid_from="1964", valid_until="1991", guard=Guard(excludes=("Taras", "poet"))),
        )),
        Concept("shevchenko", "person", (
            term("Taras Shevchenko", P), term("Shevchenko", P, type=TermType.SHORT, guard=Guard(needs=("poet", "poem", "Taras"))),
        )),
        Concept("kazakh", "people", (term("Kazakh", P), term("Kazak", D))),
        Concept("kyiv", "place", (term("Kyiv", P), term("Kiev", D))),
        Concept("party", "organisation", (
            term("All-Union Party", P, type=TermType.NAME), term("AUCP(B)", P, type=TermType.ABBREVIATION),
            term("AUCPB", D, type=TermType.ABBREVIATION), term("AUCP (B)", D, type=TermType.ABBREVIATION),
        )),
        Concept("committee", "organisation", (
            term("Committee for a Workers’ International", P),
            term("Committee for workers international", D, case=CaseRule.ANY),
        )),
        Concept("nazarbayev", "person", (
            term("Nursultan Nazarbayev", P), term("Nazarbayev", P, type=TermType.SHORT), term("Nazarbaev", D, type=TermType.SHORT),
        )),
    )
)  # fmt: skip

DEFAULT = [
    ("deprecated", "the Kazak embassy", "the Kazakh embassy"),
    ("plural", "two Kazaks met", "two Kazakhs met"),
    ("possessive, curly", "Nazarbaev’s speech", "Nazarbayev’s speech"),
    ("possessive, straight", "Nazarbaev's speech", "Nazarbayev's speech"),
    ("possessive of a plural", "the Kazaks' horses", "the Kazakhs' horses"),
    ("capitals", "KAZAK AUTHORITIES", "KAZAKH AUTHORITIES"),
    ("capitals, possessive", "NAZARBAEV’S SPEECH", "NAZARBAYEV’S SPEECH"),
    ("lower case is no name", "a kazak hat", "a kazak hat"),
    ("a type answers its own type", "N. A., of the AUCPB,", "N. A., of the AUCP(B),"),
    ("brackets in a name", "the AUCP (B) and its leader", "the AUCP(B) and its leader"),
    ("any case where the term says so", "the committee for workers international", "the Committee for a Workers’ International"),
    ("inside a word", "Kazakstan and Kievans", "Kazakstan and Kievans"),
    ("hyphen ends a word", "a Kazak-Russian border", "a Kazakh-Russian border"),
    ("preferred", "Zhanaozen in Mangistau", "Zhanaozen in Mangistau"),
    ("admitted alone", "Mangystau alone", "Mangystau alone"),
    ("former name in its gloss", "Aktau (formerly Shevchenko) is a port", "Aktau (formerly Shevchenko) is a port"),
    ("former name outside", "the way to Novyi Uzen", "the way to Novyi Uzen"),
    ("wrong spelling named on purpose", "Kyiv (also spelled Kiev)", "Kyiv (also spelled Kiev)"),
    ("a cue without the other spelling", "He was formerly Kazak consul", "He was formerly Kazakh consul"),
    ("astral characters before", "𐍈𐍈 Kiev", "𐍈𐍈 Kyiv"),
    ("nothing", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), DEFAULT, ids=[row[0] for row in DEFAULT])
def test_default_policy(why, text, expected):
    assert normalize(text, GLOSSARY).text == expected


@pytest.mark.parametrize(("why", "text", "expected"), DEFAULT, ids=[row[0] for row in DEFAULT])
def test_a_second_run_changes_nothing(why, text, expected):
    assert normalize(expected, GLOSSARY).text == expected
    assert not [finding for finding in normalize(expected, GLOSSARY).findings if finding.edits]


POLICIES = [
    (Policy(strict=True), "in Mangystau", "in Mangistau"),
    (Policy(former=Former.REPLACE), "the way to Novyi Uzen", "the way to Zhanaozen"),
    (Policy(former=Former.REPLACE), "Zhanaozen (formerly Novyi Uzen)", "Zhanaozen (formerly Novyi Uzen)"),
    (Policy(former=Former.REPLACE), "Novyi Uzen was renamed Zhanaozen.", "Novyi Uzen was renamed Zhanaozen."),
    (Policy(former=Former.REPLACE), "Zhanaozen (Novyi Uzen)", "Zhanaozen (Novyi Uzen)"),
    (Policy(first_mention=True, date="1980"), "Zhanaozen is a town.", "Zhanaozen is a town."),
    (Policy(first_mention=True, date="2011"), "Zhanaozen is a town.", "Zhanaozen (formerly Novyi Uzen) is a town."),
    (Policy(first_mention=True), "Zhanaozen-based", "Zhanaozen-based"),
    (Policy(former=Former.REPLACE, date="1989"), "the way to Novyi Uzen", "the way to Novyi Uzen"),
    (Policy(former=Former.REPLACE, date="2011"), "the way to Novyi Uzen", "the way to Zhanaozen"),
    (Policy(former=Former.GLOSS), "To Novyi Uzen. In Novyi Uzen.", "To Novyi Uzen (now Zhanaozen). In Novyi Uzen."),
    (Policy(former=Former.GLOSS), "To Novyi Uzen (now Zhanaozen).", "To Novyi Uzen (now Zhanaozen)."),
    (Policy(first_mention=True), "Zhanaozen is a town. Zhanaozen!", "Zhanaozen (formerly Novyi Uzen) is a town. Zhanaozen!"),
    (Policy(first_mention=True), "Zhanoezen is a town.", "Zhanaozen (formerly Novyi Uzen) is a town."),
    (Policy(first_mention=True), "Zhanaozen (formerly Novyi Uzen) is a town.", "Zhanaozen (formerly Novyi Uzen) is a town."),
    (Policy(first_mention=True), "Zhanaozen’s oil. In Zhanaozen.", "Zhanaozen’s oil. In Zhanaozen (formerly Novyi Uzen)."),
    (Policy(first_mention=True), "Kyiv has none.", "Kyiv has none."),
    (Policy(quotations=False), "He said: “We leave Kiev tonight.” Kiev slept.", "He said: “We leave Kiev tonight.” Kyiv slept."),
    (Policy(quotations=False), "the union “Kiev” of Kiev", "the union “Kyiv” of Kyiv"),
]


@pytest.mark.parametrize(("policy", "text", "expected"), POLICIES)
def test_policies(policy, text, expected):
    assert normalize(text, GLOSSARY, policy=policy).text == expected


@pytest.mark.parametrize(("policy", "text", "expected"), POLICIES)
def test_a_second_run_changes_nothing_under_any_policy(policy, text, expected):
    assert normalize(expected, GLOSSARY, policy=policy).text == expected


SAID = [
    (Policy(), "Zhanoezen", [("misspelling", Severity.ERROR)]),
    (Policy(), "a Kazak", [("deprecated", Severity.ERROR)]),
    (Policy(), "Mangistau and Mangystau", [("mixed", Severity.WARNING)]),
    (Policy(), "Mangistauski and Mangystau", [("deprecated", Severity.ERROR), ("mixed", Severity.WARNING)]),
    (Policy(), "AUCP(B), the All-Union Party", []),
    (Policy(strict=True), "Mangystau", [("admitted", Severity.ERROR)]),
    (Policy(), "in Mangyshlak", [("former-name", Severity.NOTE)]),
    (Policy(date="2011"), "in Mangyshlak", [("former-name", Severity.WARNING)]),
    (Policy(date="1980"), "in Mangyshlak", []),
    (Policy(), "Mangistau (formerly Mangyshlak)", []),
    (Policy(), "a statue of Shevchenko", [("former-name", Severity.NOTE)]),
    (Policy(), "the poet Shevchenko", []),
    (Policy(), "Shevchenko’s poem", []),
    (Policy(), "Taras Shevchenko", []),
    (Policy(), "in Zhannaozen", [("likely-variant", Severity.WARNING)]),
    (Policy(likely=False), "in Zhannaozen", []),
]


@pytest.mark.parametrize(("policy", "text", "expected"), SAID)
def test_what_is_said(policy, text, expected):
    assert [(finding.code, finding.severity) for finding in normalize(text, GLOSSARY, policy=policy).findings] == expected


def test_findings_say_why_and_what():
    (finding,) = normalize("in Zhanoezen today", GLOSSARY).findings
    assert (finding.start, finding.end, finding.text, finding.preferred, finding.concept) == (3, 12, "Zhanoezen", "Zhanaozen", "zhanaozen")
    assert "misspelling" in finding.reason
    assert "Zhanaozen" in finding.message


def test_protected_text_is_left_alone():
    assert normalize("see Kiev in kiev/Kiev.txt", GLOSSARY, protected=[(12, 25)]).text == "see Kyiv in kiev/Kiev.txt"


def test_offsets_count_from_the_start_of_the_document():
    findings = examine([Passage("Kiev", 0), Passage("to Kiev", 10)], GLOSSARY.lexicon("en"), Policy(), "en")
    assert [(finding.start, finding.end) for finding in findings] == [(0, 4), (13, 17)]


def test_an_undecided_spelling_is_reported_and_left():
    glossary = Glossary.of(
        (
            Concept("a", "place", (term("Turban", D), term("Turbania", P) )),
            Concept("b", "person", (term("Turban", D), term("Turbayev", P))),
        )
    )  # fmt: skip
    done = normalize("in Turban", glossary)
    assert done.text == "in Turban"
    assert [(finding.code, finding.severity) for finding in done.findings] == [("ambiguous", Severity.WARNING)]


NAMES = [
    "Kazak",
    "KAZAK",
    "Kazaks",
    "Kiev",
    "Kyiv",
    "Kiev’s",
    "Zhanoezen",
    "Novyi Uzen",
    "Novyi\nUzen",
    "Shevchenko",
    "AUCP (B)",
    "AUCPB",
    "Mangystau",
    "Mangistau",
]
GLUE = [" ", "\n", ", ", " (formerly ", ") ", " now ", "-", "’", "“", "”", ". ", " the ", "𐍈 ", "é", "e\u0301 "]


@given(
    st.lists(st.sampled_from(NAMES + GLUE), max_size=20).map("".join),
    st.builds(Policy, strict=st.booleans(), former=st.sampled_from(Former), first_mention=st.booleans(), quotations=st.booleans()),
)
def test_whatever_the_text_a_second_run_changes_nothing(text, policy):
    once = normalize(text, GLOSSARY, policy=policy)
    assert normalize(once.text, GLOSSARY, policy=policy).text == once.text
    for finding in once.findings:
        assert text[finding.start : finding.end] == finding.text
