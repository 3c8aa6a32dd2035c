"""What counts as a name in a text. Samples: a text in which ⟨…⟩ marks what is to be found, and how."""

import re

import pytest

from glossary import find
from glossary.glossary import Glossary
from glossary.model import CaseRule, Concept, Guard, Status, Term, TermType

P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED


def term(text, status=P, language="en", script="Latn", **more):
    return Term(text, language, script, status, **more)


def name(id, *terms, kind="place"):
    return Concept(id, kind, terms)


GLOSSARY = Glossary.of(
    (
        name("kazakh", term("Kazakh"), term("Kazak", D), kind="people"),
        name("astana", term("Astana")),
        name("sokolova", term("Sokolova", type=TermType.SHORT), term("Sokolovaya", D, misspelling=True, type=TermType.SHORT), kind="person"),
        name("lulea", term("Luleå"), term("Lulea", D)),
        name("malmo", term("Malmö")),
        name("tel-aviv", term("Tel Aviv"), term("Tel-Aviv", D)),
        name("zhanaozen", term("Zhanaozen"), term("Novyi Uzen", S, valid_from="1968", valid_until="1993", note="Russian: new Uzen")),
        name("movement", term("Zhanaozen Socialist Movement of Kazakhstan")),
        name("kazakhstan", term("Kazakhstan"), term("Kazakhistan", D, misspelling=True)),
        name("us", term("US", case=CaseRule.EXACT, type=TermType.ABBREVIATION)),
        name("usti", term("Us")),
        name("cwi", term("Committee for a Workers’ International"), term("Committee for Workers' International", D, case=CaseRule.ANY)),
        name("aucpb", term("AUCP(B)", type=TermType.ABBREVIATION), term("AUCP (B)", D, type=TermType.ABBREVIATION)),
        name("paris", term("Paris"), term("an Paris", D)),
        name("usa", term("U.S.A.", type=TermType.ABBREVIATION)),
        name("gross", term("Großstraße", A, language="mul", case=CaseRule.ANY), term("Grossallee", language="mul")),
        name("sevastopol", term("Sevastopol"), term("Sevastopolʹ", D)),
        name("odyssey", term("Οδυσσεύς", language="und", script="Grek", case=CaseRule.ANY)),
        name("moscow", term("Москва", language="ru", script="Cyrl"), term("Моксва", D, language="ru", script="Cyrl", misspelling=True)),
        name("fyodor", term("Фёдор", language="mul", script="Cyrl"), kind="person"),
        name("gothenburg", term("Gothenburg"), term("Goteborg", D), term("Göteborg", A)),
        name("yeltsin", term("Yeltsin", type=TermType.SHORT), term("Yelstin", D, misspelling=True, type=TermType.SHORT), kind="person"),
    )
)  # fmt: skip

SAMPLES = [
    ("nothing", "no name here", []),
    ("empty", "", []),
    ("alone", "⟨Kazak⟩", ["Kazakh"]),
    ("in quotation marks", "«⟨Kazak⟩» “⟨Kazak⟩” ‘⟨Kazak⟩’ '⟨Kazak⟩'", ["Kazakh"] * 4),
    ("before dots", "⟨Kazak⟩… ⟨Kazak⟩. ⟨Kazak⟩", ["Kazakh"] * 3),
    ("inside a word", "Kazakstan, Cossackazak, Kazakx, Kazakя, яKazak, Kazak\u0301, 漢Kazak", []),
    ("beside digits and underscores", "Kazak2, 2Kazak, Kazak_x, in_Kazak_now, Kazak²", []),
    ("underscores of emphasis", "_⟨Kazak⟩_, __the ⟨Kazak⟩__, _⟨Kazak⟩ and ⟨Kazak⟩_", ["Kazakh"] * 4),
    ("stress marks are no letters", "⟨Kazak⟩ Жана́узень", ["Kazakh"]),
    ("beside symbols", "№⟨Kazak⟩, ⟨Kazak⟩™, €⟨Kazak⟩, 😀⟨Kazak⟩😀", ["Kazakh"] * 4),
    ("hyphens end a word", "⟨Kazak⟩-Russian, ⟨Kazakhstan⟩-China, pro-⟨Kazak⟩, ⟨Kazak⟩–⟨Kazak⟩", ["Kazakh", None, "Kazakh", "Kazakh", "Kazakh"]),
    ("possessives", "⟨Kazak’s⟩ ⟨Kazak's⟩ ⟨Kazaks’⟩ hats, ⟨Kazaks'⟩ hats", ["Kazakh’s", "Kazakh's", "Kazakhs’", "Kazakhs'"]),
    ("contractions", "⟨Kazak⟩’d, ⟨Kazak⟩’ll, ⟨Kazak⟩'ve", ["Kazakh"] * 3),
    ("an apostrophe inside a word", "O’Sokolova, Kazak’tar, d’O’Astana, x’Kazak, Kazak’s’x", []),
    ("elisions", "l’⟨Astana⟩ L'⟨Astana⟩ d’⟨Astana⟩ dell’⟨Astana⟩ qu’⟨Astana⟩, ol’Astana", [None] * 5),
    ("letters used as apostrophes", "⟨Kazakʼs⟩ Kazakʼ Kazakʹ ʼ⟨Kazak⟩", ["Kazakhʼs", "Kazakh"]),
    ("a soft sign is part of the name", "⟨Sevastopolʹ⟩ ⟨Sevastopol'⟩ ⟨Sevastopol⟩", ["Sevastopol", "Sevastopol", None]),
    ("capitals", "⟨KAZAK⟩ ⟨KAZAK’S⟩ ⟨KAZAKS⟩ ⟨Kazaks⟩ kazak kAZAK kazaks", ["KAZAKH", "KAZAKH’S", "KAZAKHS", "Kazakhs"]),
    ("exactly", "⟨US⟩ ⟨Us⟩ us uS ⟨US’s⟩", [None] * 3),
    ("any case", "⟨committee FOR workers’ international⟩", ["Committee for a Workers’ International"]),
    ("any case, all capitals", "⟨COMMITTEE FOR WORKERS’ INTERNATIONAL⟩", ["COMMITTEE FOR A WORKERS’ INTERNATIONAL"]),
    ("accents tell terms apart", "⟨Lulea⟩ ⟨Luleå⟩ ⟨Lulea\u030a⟩ ⟨LULEA⟩ ⟨LULEÅ⟩", ["Luleå", None, None, "LULEÅ", None]),
    ("an accent left out is no match", "Malmo MALMO ⟨Malmö⟩ ⟨Malmo\u0308⟩ ⟨MALMÖ⟩ Malmõ", [None] * 3),
    ("hyphens are alike", "⟨Tel-Aviv⟩ ⟨Tel‑Aviv⟩ ⟨Tel‐Aviv⟩ ⟨Tel–Aviv⟩ ⟨Tel Aviv⟩ Tel—Aviv", ["Tel Aviv"] * 4 + [None]),
    ("a hyphen at the end of a line", "⟨Tel-\n  Aviv⟩", ["Tel\n  Aviv"]),
    ("over a line", "⟨Novyi\nUzen⟩, ⟨Novyi\r\n\t Uzen⟩, ⟨Novyi   Uzen⟩, ⟨Novyi\u00a0Uzen⟩, ⟨Novyi\u2028Uzen⟩",
     ["Zhanaozen"] * 5),
    ("not over a blank line", "Novyi\n\nUzen Novyi \r\n \r\n Uzen Novyi, Uzen Novyi. Uzen Novyi\u2029Uzen", []),
    ("white space is kept where the words agree", "⟨Committee\r\n   for\tWorkers'  International’s⟩", ["Committee for a Workers' International’s"]),
    ("soft hyphens and zero width", "⟨Ka\u00adzak⟩ ⟨Ka\u200bz\u2060ak⟩ ⟨Kazak⟩\u00ad \ufeff⟨Kazak⟩", ["Kazakh"] * 4),
    ("the longer name", "the ⟨Zhanaozen Socialist Movement of Kazakhstan⟩ and ⟨Zhanaozen⟩", [None, None]),
    ("the longer name over lines", "⟨Zhanaozen  Socialist\n Movement\n of\n Kazakhstan⟩’", [None]),
    ("two names where the longer one fails", "⟨Zhanaozen⟩ Socialist Movement, ⟨Kazakhstan⟩", [None, None]),
    ("a longer one that is no whole word hides nothing", "Berman ⟨Paris⟩ ⟨an Paris⟩", [None, "Paris"]),
    ("brackets belong to the name", "⟨AUCP(B)⟩ ⟨AUCP (B)⟩, ⟨AUCP(B)’s⟩ AUCP(B AUCPB xAUCP(B) AUCP(B)x", [None, "AUCP(B)", None]),
    ("brackets at the edge of the text", "⟨AUCP\n(B)⟩", ["AUCP(B)"]),
    ("dots belong to the name", "⟨U.S.A.⟩ ⟨U.S.A.’s⟩ U.S.A U.S.A.x", [None, None]),
    ("capitals that grow", "⟨GROSSSTRASSE⟩ ⟨großstraße⟩ Grossstrasse ⟨Großstraße⟩", ["GROSSALLEE", "Grossallee", "Grossallee"]),
    ("a final sigma", "⟨ΟΔΥΣΣΕΎΣ⟩ ⟨οδυσσεύς⟩ ⟨Οδυσσεύς⟩ οδυσσεύσ", [None] * 3),
    ("ё and е", "⟨Фёдор⟩ ⟨Федор⟩ ⟨Фе\u0308дор⟩ ⟨ФЕДОР⟩ ⟨ФЁДОР⟩ Фэдор", [None] * 5),
    ("other languages are not looked for", "Москва Моксва", []),
    ("adjectives", "⟨Kazakhistani⟩ ⟨Kazakhistanis’⟩ oil", ["Kazakhstani", "Kazakhstanis’"]),
    ("astral characters before", "𐍈😀 ⟨Kazak⟩ 𐍈", ["Kazakh"]),
    ("lone surrogates and controls", "\ud800⟨Kazak⟩\0⟨Kazak⟩\x02⟨Kazak⟩\udfff", ["Kazakh"] * 3),
    ("apostrophes of the text in the replacement", "it's ⟨Committee for Workers' International⟩", ["Committee for a Workers' International"]),
    ("a family", "the ⟨Yelstins’⟩ house, the ⟨Yelstins⟩", ["Yeltsins’", "Yeltsins"]),
]  # fmt: skip


def marked(sample):
    """The text of a sample, and the spans it marks."""
    spans, text = [], ""
    for part in re.split(r"(⟨[^⟨⟩]*⟩)", sample):
        inner = part.removeprefix("⟨").removesuffix("⟩")
        if inner != part:
            spans.append((len(text), len(text) + len(inner)))
        text += inner
    return text, spans


@pytest.mark.parametrize(("why", "sample", "replacements"), SAMPLES, ids=[row[0] for row in SAMPLES])
def test_what_is_found_and_what_takes_its_place(why, sample, replacements):
    text, spans = marked(sample)
    found = find(text, GLOSSARY)
    assert [(one.start, one.end) for one in found] == spans
    assert [one.text for one in found] == [text[start:end] for start, end in spans]
    assert [one.replacement for one in found] == replacements


LANGUAGES = [("ru", "⟨Моксва⟩ Kazak"), ("ru-KZ", "⟨МОСКВА⟩"), ("en-GB", "⟨Kazak⟩ Моксва"), ("xx", "Kazak Моксва ⟨Фёдор⟩")]


@pytest.mark.parametrize(("language", "sample"), LANGUAGES)
def test_terms_of_the_language_of_the_text_only(language, sample):
    text, spans = marked(sample)
    assert [(one.start, one.end) for one in find(text, GLOSSARY, language)] == spans


REASONS = [
    ("Kazak", "base", ("deprecated for Kazakh",)),
    ("Kazak’s", "possessive", ("possessive of Kazak, deprecated for Kazakh",)),
    ("KAZAKS' HATS", "possessive plural", ("possessive plural of Kazak, deprecated for Kazakhs", "written in capitals")),
    ("Kazakhistani", "adjective", ("adjective of Kazakhistan, misspelling of Kazakhstani",)),
    ("Novyi Uzen", "base", ("former name of Zhanaozen (1968–1993)", "Russian: new Uzen")),
    ("Göteborg", "base", ("admitted beside Gothenburg",)),
    ("Astana", "base", ("preferred",)),
    ("Sokolovaya", "base", ("misspelling of Sokolova",)),
]


@pytest.mark.parametrize(("text", "form", "reasons"), REASONS)
def test_every_occurrence_says_why(text, form, reasons):
    (found,) = find(text, GLOSSARY)
    assert (found.form, found.reasons) == (form, reasons)


def guarded(town=Guard(), poet=Guard(), longer=False):  # noqa: B008 - a frozen value
    terms = [term("Shevchenko", S, guard=town), term("Aktau")]
    return Glossary.of(
        (name("town", *terms), name("poet", term("Taras Shevchenko"), term("Shevchenko", type=TermType.SHORT, guard=poet), kind="person"))
    )


CITY, POEM = Guard(needs=("city", "trade union")), Guard(needs=("poem", "Kobzar"))
GUARDS = [
    ("the need of one is met", guarded(CITY, POEM), "the city of Shevchenko", ["town"]),
    ("of the other", guarded(CITY, POEM), "a poem by Shevchenko", ["poet"]),
    ("of both", guarded(CITY, POEM), "a poem on the city of Shevchenko", ["poet", "town"]),
    ("of none", guarded(CITY, POEM), "Shevchenko slept", ["poet", "town"]),
    ("one needs nothing", guarded(CITY), "Shevchenko slept", ["poet"]),
    ("one needs nothing, the other's need is met", guarded(CITY), "the city of Shevchenko", ["town"]),
    ("one is excluded", guarded(Guard(excludes=("poem",))), "a poem by Shevchenko", ["poet"]),
    ("nothing asked", guarded(), "a poem by Shevchenko", ["poet", "town"]),
    ("all excluded", guarded(Guard(excludes=("x",)), Guard(excludes=("x",))), "x Shevchenko", []),
    ("whole words only", guarded(CITY), "the capacity of Shevchenko", ["poet"]),
    ("any case", guarded(CITY), "SHEVCHENKO CITY", ["town"]),
    ("two words", guarded(CITY), "the Trade-Union of Shevchenko", ["town"]),
    ("not over the name", guarded(Guard(needs=("old town",))), "old Shevchenko town", ["poet"]),
    ("twelve words", guarded(CITY), "Shevchenko" + " and" * 11 + " city", ["town"]),
    ("not thirteen", guarded(CITY), "Shevchenko" + " and" * 12 + " city", ["poet"]),
    ("not over a blank line", guarded(CITY), "city\n\nShevchenko\n \ncity", ["poet"]),
    ("over a line break", guarded(CITY), "city\nShevchenko", ["town"]),
    ("a longer name needs no guard", guarded(CITY, POEM), "Taras Shevchenko", ["poet"]),
    ("the word before", guarded(Guard(("city of …",))), "the city of Shevchenko", ["town"]),
    ("over a full stop", guarded(Guard(("St …",))), "St. Shevchenko", ["town"]),
    ("not a word further off", guarded(Guard(("city …",))), "the city of Shevchenko", ["poet"]),
    ("the word behind", guarded(Guard(("… city",))), "Shevchenko City", ["town"]),
    ("not the word before", guarded(Guard(("… city",))), "a city: Shevchenko", ["poet"]),
    ("three dots are an ellipsis", guarded(Guard(("old ... town",))), "old Shevchenko town", ["town"]),
    ("a neighbour excluded", guarded(CITY, Guard(excludes=("Mr …",))), "Mr Shevchenko slept", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "glossary", "text", "concepts"), GUARDS, ids=[row[0] for row in GUARDS])
def test_words_nearby_decide(why, glossary, text, concepts):
    found = find(text, glossary)
    assert [one.concept for one in found] == concepts
    assert len({(one.start, one.end) for one in found}) <= 1
    if len(found) > 1:
        assert all("may also be" in one.reasons[-1] for one in found)


def test_a_single_concept_must_have_what_it_needs():
    glossary = Glossary.of((name("turbayev", term("Turban", D, guard=Guard(needs=("deputy",))), term("Turbayev"), kind="person"),))
    assert find("Turban", glossary) == []
    assert [one.replacement for one in find("the deputy Turban", glossary)] == ["Turbayev"]


def test_a_longer_spelling_that_its_guard_excludes_hides_no_shorter_one():
    glossary = Glossary.of((name("a", term("New Kazak", guard=Guard(excludes=("x",)))), name("b", term("Kazak"))))
    assert [one.text for one in find("New Kazak, y", glossary)] == ["New Kazak"]
    assert [one.text for one in find("New Kazak, x", glossary)] == ["Kazak"]


def test_of_names_that_overlap_the_longest_then_the_leftmost():
    glossary = Glossary.of(tuple(name(str(at), term(text)) for at, text in enumerate(["aa bb", "bb cc", "cc dd ee", "aa"])))
    assert [one.text for one in find("aa bb cc dd ee", glossary)] == ["aa bb", "cc dd ee"]
    assert [one.text for one in find("aa bb cc", glossary)] == ["aa bb"]
    assert [one.text for one in find("x bb cc dd ee", glossary)] == ["cc dd ee"]


def test_a_spelling_as_written_goes_before_another_in_capitals():
    glossary = Glossary.of((name("us", term("US")), name("usti", term("Us"))))
    assert [one.concept for one in find("US Us", glossary)] == ["us", "usti"]


def test_what_is_written_goes_before_what_a_rule_makes():
    glossary = Glossary.of((name("kazak", term("Kazak"), kind="people"), name("town", term("Kazaks"))))
    assert [one.concept for one in find("Kazaks", glossary)] == ["town"]


def test_the_alphabet_decides_on_capitals():
    glossary = Glossary.of(
        (name("ili", term("Ili", D, language="kk"), term("Ile", language="kk")), name("qyz", term("Qızıl", language="kk")))
    )
    assert [(one.text, one.replacement) for one in find("İLİ ILI ILİ Ili", glossary, "kk")] == [("ILİ", "ILE"), ("Ili", "Ile")]
    assert [one.text for one in find("QIZIL QİZİL", glossary, "kk")] == ["QIZIL"]


def test_text_of_blanks_after_every_word_takes_no_longer_than_it_must():
    text = "Zhanaozen  " * 2000 + "x" * 100_000
    assert len(find(text, GLOSSARY)) == 2000
