"""A name that is spoken of is told from a name that is used: a sentence for each cue, the name between angle brackets."""

import pytest

from glossary.glosses import Glosses

SPOKEN_OF = [
    ("en", "Aktau (formerly <Shevchenko>) lies on the Caspian."),
    ("en", "Aktau (formerly known as <Shevchenko>) lies on the Caspian."),
    ("en", "Aktau, formerly “<Shevchenko>”, lies on the Caspian."),
    ("en", "in 1989 (then called <Novyi Uzen>) it was smaller"),
    ("en", "in 1989 (then <Novyi Uzen>) it was smaller"),
    ("en", "Saint Petersburg, previously called <Leningrad>"),
    ("en", "the city (until 1991 <Leningrad>) stands"),
    ("en", "renamed from <Shevchenko> to Aktau"),
    ("en", "the old name, <Shevchenko>, is gone"),
    ("en", "The former name was <Mangyshlak>."),
    ("en", "also spelled <Zhanoezen>"),
    ("en", "Kyiv (also <Kiev>)"),
    ("en", "<Leningrad> (now Saint Petersburg)"),
    ("en", "<Mangyshlak>, today Mangistau"),
    ("en", "“<Mangyshlak>” (since renamed)"),
    ("en", "as *formerly* _<Shevchenko>_"),
    ("ru", "Актау (бывший <Шевченко>)"),
    ("ru", "Жанаозен (до 1992 года <Новый Узень>)"),
    ("ru", "<Ленинград> (ныне Санкт-Петербург)"),
    ("ru", "Актау (бывш. <Шевченко>)"),
    ("ru", "Актау (экс-<Шевченко>)"),
    ("ru", "Актау (в советское время <Шевченко>)"),
    ("en", "Zhanaozen, known in Soviet times as <Novyi Uzen>"),
    ("ru", "город, ранее называвшийся <Шевченко>"),
    ("uk", "місто (колишній <Ленінград>)"),
    ("kk", "Ақтау (бұрынғы <Шевченко>)"),
    ("de", "Aqtau (früher <Schewtschenko>)"),
    ("fr", "Aktaou (anciennement <Chevtchenko>)"),
    ("xx", "a language without cues of its own (formerly <Shevchenko>)"),
]

USED = [
    ("en", "He then <Leningrad> left."),
    ("en", "They went to <Leningrad> in winter."),
    ("en", "Formerly he lived in <Leningrad>."),
    ("en", "<Leningrad> is now a large city."),
    ("en", "(formerly Tselinograd) and <Leningrad>"),
    ("en", "<Leningrad>, later that day,"),
    ("ru", "Тогда в <Ленинграде> шёл дождь."),
    ("en", "also <Kiev> took part"),
]


def _asked(language: str, marked: str) -> bool:
    start = marked.index("<")
    text = marked.replace("<", "").replace(">", "")
    return Glosses(language).spoken_of(text, start, marked.index(">") - 1)


@pytest.mark.parametrize(("language", "marked"), SPOKEN_OF)
def test_spoken_of(language, marked):
    assert _asked(language, marked)


@pytest.mark.parametrize(("language", "marked"), USED)
def test_used(language, marked):
    assert not _asked(language, marked)
