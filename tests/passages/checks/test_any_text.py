"""Whatever stands in a pair, the checks answer: spans lie in their side, fixes can be made, fingerprints tell findings apart."""

from hypothesis import given
from hypothesis import strategies as st

from passages.checks import CheckContext, check_pair, check_text
from passages.pair import Pair, Side
from tests.passages.checks.glossary_sample import GLOSSARY

CONTEXTS = [
    CheckContext("en", "ru", GLOSSARY.lexicon("en"), GLOSSARY.lexicon("ru"), date="1999"),
    CheckContext("ru", "en", GLOSSARY.lexicon("ru"), GLOSSARY.lexicon("en")),
    CheckContext("en", "kk"),
    CheckContext("ja", "x-none"),
]
PIECES = st.sampled_from(
    ["“", "”", "«", "»", '"', "'", "(", ")", "[", "]", " ", "  ", "\n", "\n\n", "\xa0", ".", "…", ":", "%s", "%(n)d", "{name}", "{", "}", "<b>", "</b>", "<", "&amp;", "12", "1,234.5", "16.12.2011", "16 декабря", "Dec 16, 2011", "три", "three", "Zhanaozen", "Жанаузень", "в", "в", "Cтанция", "\x1b[31m", "https://a.org/b", "a@b.org", "TODO", "\u202e", "é", "👩\u200d👩\u200d👧", "ёлка", "ЮНЕСКО", "�", "٣", "a" * 300]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join)


@given(
    TEXTS, TEXTS, st.sampled_from(CONTEXTS), st.sampled_from([frozenset(), frozenset(("c-format",)), frozenset(("python-brace-format",))])
)
def test_any_pair_is_answered(source, target, context, flags):
    pair = Pair("key", source, target, flags=flags)
    findings = check_pair(pair, context)
    assert findings == check_pair(pair, context)
    for finding in findings:
        side = source if finding.side is Side.SOURCE else target
        assert side[finding.start : finding.end] == finding.text
        assert finding.said
        for fix in finding.fixes:
            assert fix.applied(target) != target
    assert len({finding.fingerprint for finding in findings}) == len(findings)


@given(TEXTS)
def test_any_text_is_answered(text):
    for finding in check_text(text, CONTEXTS[0]):
        assert text[finding.start : finding.end] == finding.text


def test_a_long_text_takes_time_in_proportion():
    for piece in ("(", "“", '"', "{", "<a ", "%", "1,", "1 ", "в ", "a", "Мая ", "&", "$"):
        check_pair(Pair("key", piece * 20_000, piece * 20_001), CONTEXTS[0])


def test_a_fingerprint_stays_while_the_words_do():
    context = CONTEXTS[0]
    (before,) = check_pair(Pair("key", "Seven old ships", "Семь  старых кораблей"), context)
    (after,) = check_pair(Pair("key", "Seven old ships", "Наши семь  старых кораблей"), context)
    assert before.start != after.start
    assert before.fingerprint == after.fingerprint


def test_the_same_fault_twice_is_two_findings():
    one, two = check_pair(Pair("key", "Seven old big ships", "Семь  старых  кораблей"), CONTEXTS[0])
    assert (one.number, two.number) == (0, 1)
    assert one.fingerprint != two.fingerprint
